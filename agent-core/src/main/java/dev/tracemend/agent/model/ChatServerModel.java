package dev.tracemend.agent.model;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.exception.AuthenticationException;
import dev.langchain4j.exception.RateLimitException;
import dev.langchain4j.exception.TimeoutException;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.ollama.OllamaChatModel;
import dev.langchain4j.model.openai.OpenAiChatModel;
import dev.langchain4j.model.output.TokenUsage;
import dev.tracemend.agent.model.ModelException.Kind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A model behind an OpenAI-compatible or an Ollama server, spoken to through LangChain4j. */
public final class ChatServerModel implements LanguageModel {
    /** LangChain4j asks again after time-outs, too, so a call may last {@code (RETRIES + 1) * timeout}. */
    private static final int RETRIES = 1;

    private final ModelConfig config;
    private final ChatModel chat;

    /** Prepares the client; nothing is asked yet. */
    public ChatServerModel(ModelConfig config) {
        this.config = config;
        this.chat = switch (config.provider()) {
            case OPENAI ->
                OpenAiChatModel.builder()
                        .baseUrl(config.baseUrl())
                        .apiKey(config.apiKey())
                        .modelName(config.modelName())
                        .timeout(config.timeout())
                        .maxRetries(RETRIES)
                        .build();
            case OLLAMA ->
                OllamaChatModel.builder()
                        .baseUrl(config.baseUrl())
                        .modelName(config.modelName())
                        .timeout(config.timeout())
                        .maxRetries(RETRIES)
                        .temperature(0.0)
                        .build();
        };
    }

    @Override
    public String name() {
        return config.modelName();
    }

    @Override
    public ModelReply call(ModelRequest request) {
        List<ChatMessage> messages =
                request.messages().stream().map(ChatServerModel::translated).toList();
        return reply(ask(ChatRequest.builder().messages(messages).build()));
    }

    private static ChatMessage translated(Message message) {
        if (message instanceof Message.Instruction instruction) {
            return SystemMessage.from(instruction.text());
        }
        return message instanceof Message.Answer answer
                ? AiMessage.from(answer.text())
                : UserMessage.from(message.text());
    }

    private ChatResponse ask(ChatRequest request) {
        try {
            return chat.chat(request);
        } catch (AuthenticationException e) {
            throw failure(Kind.REFUSED_KEY, "does not accept the key; check OPENAI_API_KEY", e);
        } catch (RateLimitException e) {
            throw failure(Kind.RATE_LIMITED, "takes no more requests now", e);
        } catch (TimeoutException e) {
            throw failure(
                    Kind.TIMED_OUT, "did not answer within " + config.timeout().toSeconds() + " s", e);
        } catch (RuntimeException e) {
            throw failure(Kind.UNAVAILABLE, "gave no answer (" + firstLine(e) + ")", e);
        }
    }

    private ModelReply reply(ChatResponse response) {
        AiMessage message = response.aiMessage();
        @Nullable String text = message == null ? null : message.text();
        if (text == null || text.isBlank()) {
            throw new ModelException(Kind.EMPTY, place() + " gave an answer without text");
        }
        @Nullable TokenUsage usage = response.tokenUsage();
        return usage == null
                ? new ModelReply(text, 0, 0)
                : new ModelReply(text, count(usage.inputTokenCount()), count(usage.outputTokenCount()));
    }

    private ModelException failure(Kind kind, String what, RuntimeException cause) {
        return new ModelException(kind, place() + " " + what, cause);
    }

    private String place() {
        return "model " + config.place();
    }

    private static String firstLine(Throwable e) {
        String text = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
        return text.length() <= 200 ? text : text.substring(0, 200) + "…";
    }

    private static long count(@Nullable Integer tokens) {
        return tokens == null ? 0 : tokens;
    }
}
