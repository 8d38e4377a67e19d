package dev.tracemend.cli.desk;

import dev.tracemend.contracts.ApprovalRequest;
import dev.tracemend.contracts.ApprovalResponse;
import dev.tracemend.contracts.MalformedRecordException;
import dev.tracemend.contracts.Topics;
import dev.tracemend.contracts.Wire;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** The questions of a broker, with the decisions about them. For one thread. */
public final class ApprovalDesk implements AutoCloseable {
    private final CommittedLog log;

    /** Connects; both topics must be there. */
    public ApprovalDesk(String bootstrap) {
        this.log = new CommittedLog(bootstrap);
    }

    /** All questions, oldest first; of the decisions about one the first counts. */
    public List<Question> questions() {
        Map<String, ApprovalResponse> answers = new HashMap<>();
        for (ConsumerRecord<byte[], byte[]> record : log.all(Topics.APPROVAL_RESPONSES)) {
            answer(record).ifPresent(answer -> answers.putIfAbsent(answer.id(), answer));
        }
        Map<String, ApprovalRequest> requests = new LinkedHashMap<>();
        for (ConsumerRecord<byte[], byte[]> record : log.all(Topics.APPROVAL_REQUESTS)) {
            request(record).ifPresent(request -> requests.put(request.id(), request));
        }
        List<Question> questions = new ArrayList<>();
        requests.forEach((id, request) -> questions.add(new Question(request, Optional.ofNullable(answers.get(id)))));
        return questions;
    }

    private static Optional<ApprovalResponse> answer(ConsumerRecord<byte[], byte[]> record) {
        try {
            return Optional.of(Wire.approvalResponse(record.value()));
        } catch (MalformedRecordException foreign) {
            return Optional.empty();
        }
    }

    private static Optional<ApprovalRequest> request(ConsumerRecord<byte[], byte[]> record) {
        try {
            return Optional.of(Wire.approvalRequest(record.value()));
        } catch (MalformedRecordException foreign) {
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        log.close();
    }
}
