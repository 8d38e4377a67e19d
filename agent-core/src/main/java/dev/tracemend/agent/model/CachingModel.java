package dev.tracemend.agent.model;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Answers a request that was answered before without asking; the key is the SHA-256 of model and request, which hold
 * neither a key nor an address. A kept reply has used no tokens. Another {@link Sampling#rollout} is another request.
 */
public final class CachingModel implements LanguageModel {
    private final LanguageModel model;
    private final RequestCache cache;

    /** In front of a model. */
    public CachingModel(LanguageModel model, RequestCache cache) {
        this.model = model;
        this.cache = cache;
    }

    @Override
    public String name() {
        return model.name();
    }

    @Override
    public Abilities abilities() {
        return model.abilities();
    }

    @Override
    public ModelReply call(ModelRequest request) {
        String key = key(request);
        Optional<ModelReply> kept = kept(key);
        if (kept.isPresent()) {
            return kept.get();
        }
        ModelReply reply = model.call(request);
        cache.put(key, CallCodec.reply(reply).toString());
        return reply;
    }

    private Optional<ModelReply> kept(String key) {
        try {
            return cache.get(key)
                    .map(text -> CallCodec.reply(CallCodec.parse(text)))
                    .map(reply -> new ModelReply(reply.text(), reply.calls(), reply.cut(), 0, 0));
        } catch (IllegalArgumentException damaged) {
            return Optional.empty();
        }
    }

    private String key(ModelRequest request) {
        try {
            byte[] bytes = (model.name() + "\n" + CallCodec.request(request)).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
