package dev.tracemend.agent.model;

import dev.langchain4j.exception.AuthenticationException;
import dev.langchain4j.exception.InvalidRequestException;
import dev.langchain4j.exception.ModelNotFoundException;
import dev.langchain4j.exception.RateLimitException;
import dev.langchain4j.exception.TimeoutException;
import dev.langchain4j.exception.UnsupportedFeatureException;
import dev.tracemend.agent.model.ModelException.Kind;
import dev.tracemend.agent.model.ReplyFormat.AnyText;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a provider's refusal means, and what the user should do. */
final class ProviderFailures {
    private final ModelConfig config;

    ProviderFailures(ModelConfig config) {
        this.config = config;
    }

    ModelException of(Throwable thrown, ModelRequest request) {
        if (thrown instanceof AuthenticationException) {
            return made(
                    Kind.REFUSED_KEY,
                    "does not accept the key; check " + config.provider().keyVariable(),
                    thrown);
        }
        if (thrown instanceof RateLimitException) {
            return made(Kind.RATE_LIMITED, "takes no more requests now", thrown);
        }
        if (thrown instanceof TimeoutException) {
            return made(
                    Kind.TIMED_OUT, "did not answer within " + config.timeout().toSeconds() + " s", thrown);
        }
        if (thrown instanceof ModelNotFoundException) {
            return made(
                    Kind.UNKNOWN_MODEL,
                    "is unknown there; " + config.provider().modelRemedy(config.modelName()),
                    thrown);
        }
        boolean special = !request.tools().isEmpty() || !(request.format() instanceof AnyText);
        if (special && (thrown instanceof InvalidRequestException || thrown instanceof UnsupportedFeatureException)) {
            return made(Kind.UNSUPPORTED, "refuses tools or a reply format (" + firstLine(thrown) + ")", thrown);
        }
        if (thrown instanceof InvalidRequestException) {
            return made(Kind.REFUSED_REQUEST, "refuses the request (" + firstLine(thrown) + ")", thrown);
        }
        return made(Kind.UNAVAILABLE, "gave no answer (" + firstLine(thrown) + ")", thrown);
    }

    ModelException empty() {
        return new ModelException(Kind.EMPTY, place() + " gave an answer without text");
    }

    private ModelException made(Kind kind, String what, Throwable cause) {
        return new ModelException(kind, place() + " " + what, cause, retryAfter(cause));
    }

    private String place() {
        return "model " + config.place();
    }

    private static Optional<Duration> retryAfter(Throwable thrown) {
        for (@Nullable Throwable each = thrown; each != null; each = each.getCause()) {
            if (each instanceof ProviderHttp.Refused refused) {
                return refused.retryAfter();
            }
        }
        return Optional.empty();
    }

    private static String firstLine(Throwable e) {
        String text = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
        return text.length() <= 200 ? text : text.substring(0, 200) + "…";
    }
}
