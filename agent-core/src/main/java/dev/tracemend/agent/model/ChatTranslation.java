package dev.tracemend.agent.model;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ResponseFormat;
import dev.langchain4j.model.chat.request.ResponseFormatType;
import dev.langchain4j.model.chat.request.ToolChoice;
import dev.langchain4j.model.chat.request.json.JsonRawSchema;
import dev.langchain4j.model.chat.request.json.JsonSchema;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.output.FinishReason;
import dev.langchain4j.model.output.TokenUsage;
import dev.tracemend.agent.model.ReplyFormat.AnyObject;
import dev.tracemend.agent.model.ReplyFormat.BySchema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Our requests and replies in LangChain4j's words. */
final class ChatTranslation {
    private ChatTranslation() {}

    /** {@code forcing}: whether the protocol has a word for a tool that must be called; else it is the only one offered. */
    static ChatRequest request(ModelRequest request, boolean forcing) {
        ChatRequest.Builder builder = ChatRequest.builder()
                .messages(request.messages().stream()
                        .map(ChatTranslation::message)
                        .toList());
        request.sampling().temperature().ifPresent(builder::temperature);
        request.sampling().maxTokens().ifPresent(builder::maxOutputTokens);
        List<ToolOffer> tools = request.tools().stream()
                .filter(tool -> request.forced().map(tool.name()::equals).orElse(true))
                .toList();
        if (!tools.isEmpty()) {
            builder.toolSpecifications(tools.stream().map(ChatTranslation::tool).toList());
            if (forcing && request.forced().isPresent()) {
                builder.toolChoice(ToolChoice.REQUIRED);
            }
        }
        if (request.format() instanceof AnyObject) {
            builder.responseFormat(ResponseFormat.JSON);
        } else if (request.format() instanceof BySchema schema) {
            builder.responseFormat(ResponseFormat.builder()
                    .type(ResponseFormatType.JSON)
                    .jsonSchema(JsonSchema.builder()
                            .name(schema.name())
                            .rootElement(JsonRawSchema.from(schema.schema().toString()))
                            .build())
                    .build());
        }
        return builder.build();
    }

    private static ChatMessage message(Message message) {
        if (message instanceof Message.Instruction instruction) {
            return SystemMessage.from(instruction.text());
        }
        if (message instanceof Message.Question question) {
            return UserMessage.from(question.text());
        }
        if (message instanceof Message.ToolResult result) {
            return ToolExecutionResultMessage.from(result.callId(), result.tool(), result.text());
        }
        Message.Answer answer = (Message.Answer) message;
        if (answer.calls().isEmpty()) {
            return AiMessage.from(answer.text());
        }
        List<ToolExecutionRequest> calls = answer.calls().stream()
                .map(call -> ToolExecutionRequest.builder()
                        .id(call.id())
                        .name(call.name())
                        .arguments(call.arguments())
                        .build())
                .toList();
        return answer.text().isBlank() ? AiMessage.from(calls) : AiMessage.from(answer.text(), calls);
    }

    private static ToolSpecification tool(ToolOffer tool) {
        ObjectNode node =
                JsonNodeFactory.instance.objectNode().put("name", tool.name()).put("description", tool.description());
        node.set("parameters", tool.schema());
        return ToolSpecification.fromJson(node.toString());
    }

    static ModelReply reply(ChatResponse response) {
        AiMessage message = response.aiMessage();
        @Nullable String text = message == null ? null : message.text();
        List<ToolCall> calls = message == null || !message.hasToolExecutionRequests()
                ? List.of()
                : message.toolExecutionRequests().stream()
                        .map(call -> new ToolCall(orEmpty(call.id()), orEmpty(call.name()), orEmpty(call.arguments())))
                        .toList();
        @Nullable TokenUsage usage = response.tokenUsage();
        return new ModelReply(
                orEmpty(text),
                calls,
                response.finishReason() == FinishReason.LENGTH,
                usage == null ? 0 : count(usage.inputTokenCount()),
                usage == null ? 0 : count(usage.outputTokenCount()));
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static long count(@Nullable Integer tokens) {
        return tokens == null ? 0 : tokens;
    }
}
