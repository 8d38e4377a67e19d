package dev.tracemend.agent.model;

import dev.langchain4j.exception.LangChain4jException;
import dev.langchain4j.internal.ExceptionMapper;
import dev.langchain4j.model.anthropic.AnthropicChatModel;
import dev.langchain4j.model.anthropic.AnthropicStreamingChatModel;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.langchain4j.model.ollama.OllamaChatModel;
import dev.langchain4j.model.ollama.OllamaStreamingChatModel;
import dev.langchain4j.model.openai.OpenAiChatModel;
import dev.langchain4j.model.openai.OpenAiStreamingChatModel;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A model behind a server that speaks OpenAI's, Ollama's or Anthropic's protocol, through LangChain4j. Each call is one
 * request; {@link RetryingModel} asks again.
 */
public final class ChatServerModel implements LanguageModel {
    private static final int LONGEST_REPLY = 8_192;

    private final ModelConfig config;
    private final ProviderFailures failures;
    private final ChatModel chat;
    private final StreamingChatModel streaming;

    /** Prepares the client; nothing is asked yet. */
    public ChatServerModel(ModelConfig config) {
        this.config = config;
        this.failures = new ProviderFailures(config);
        this.chat = chat(config);
        this.streaming = streaming(config);
    }

    private static ChatModel chat(ModelConfig config) {
        return switch (config.provider()) {
            case OPENAI ->
                OpenAiChatModel.builder()
                        .httpClientBuilder(new ProviderHttp.Builder())
                        .baseUrl(config.baseUrl())
                        .apiKey(config.apiKey())
                        .modelName(config.modelName())
                        .timeout(config.timeout())
                        .maxRetries(0)
                        .build();
            case OLLAMA ->
                OllamaChatModel.builder()
                        .httpClientBuilder(new ProviderHttp.Builder())
                        .baseUrl(config.baseUrl())
                        .modelName(config.modelName())
                        .timeout(config.timeout())
                        .maxRetries(0)
                        .temperature(0.0)
                        .build();
            case ANTHROPIC ->
                AnthropicChatModel.builder()
                        .httpClientBuilder(new ProviderHttp.Builder())
                        .baseUrl(config.baseUrl())
                        .apiKey(config.apiKey())
                        .modelName(config.modelName())
                        .timeout(config.timeout())
                        .maxTokens(LONGEST_REPLY)
                        .maxRetries(0)
                        .build();
        };
    }

    private static StreamingChatModel streaming(ModelConfig config) {
        return switch (config.provider()) {
            case OPENAI ->
                OpenAiStreamingChatModel.builder()
                        .httpClientBuilder(new ProviderHttp.Builder())
                        .baseUrl(config.baseUrl())
                        .apiKey(config.apiKey())
                        .modelName(config.modelName())
                        .timeout(config.timeout())
                        .build();
            case OLLAMA ->
                OllamaStreamingChatModel.builder()
                        .httpClientBuilder(new ProviderHttp.Builder())
                        .baseUrl(config.baseUrl())
                        .modelName(config.modelName())
                        .timeout(config.timeout())
                        .temperature(0.0)
                        .build();
            case ANTHROPIC ->
                AnthropicStreamingChatModel.builder()
                        .httpClientBuilder(new ProviderHttp.Builder())
                        .baseUrl(config.baseUrl())
                        .apiKey(config.apiKey())
                        .modelName(config.modelName())
                        .timeout(config.timeout())
                        .maxTokens(LONGEST_REPLY)
                        .build();
        };
    }

    @Override
    public String name() {
        return config.modelName();
    }

    @Override
    public Abilities abilities() {
        return config.provider().abilities();
    }

    @Override
    public ModelReply call(ModelRequest request) {
        try {
            return whole(chat.chat(ChatTranslation.request(request, config.provider() != ModelConfig.Provider.OLLAMA)));
        } catch (ModelException known) {
            throw known;
        } catch (RuntimeException e) {
            throw failures.of(e, request);
        }
    }

    @Override
    public ModelReply call(ModelRequest request, ModelListener listener) {
        CompletableFuture<ChatResponse> done = new CompletableFuture<>();
        try {
            streaming.chat(
                    ChatTranslation.request(request, config.provider() != ModelConfig.Provider.OLLAMA),
                    new StreamingChatResponseHandler() {
                        @Override
                        public void onPartialResponse(String piece) {
                            listener.text(piece);
                        }

                        @Override
                        public void onCompleteResponse(ChatResponse response) {
                            done.complete(response);
                        }

                        @Override
                        public void onError(Throwable error) {
                            done.completeExceptionally(error);
                        }
                    });
            return whole(done.get(config.timeout().toMillis(), TimeUnit.MILLISECONDS));
        } catch (ExecutionException e) {
            throw failures.of(mapped(e.getCause() == null ? e : e.getCause()), request);
        } catch (TimeoutException e) {
            throw failures.of(new dev.langchain4j.exception.TimeoutException(e), request);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failures.of(e, request);
        } catch (ModelException known) {
            throw known;
        } catch (RuntimeException e) {
            throw failures.of(mapped(e), request);
        }
    }

    private ModelReply whole(ChatResponse response) {
        ModelReply reply = ChatTranslation.reply(response);
        if (reply.text().isBlank() && reply.calls().isEmpty()) {
            throw failures.empty();
        }
        return reply;
    }

    private static Throwable mapped(Throwable thrown) {
        return thrown instanceof LangChain4jException && !(thrown instanceof ProviderHttp.Refused)
                ? thrown
                : ExceptionMapper.DEFAULT.mapException(thrown);
    }
}
