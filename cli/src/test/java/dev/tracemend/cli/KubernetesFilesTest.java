package dev.tracemend.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tracemend.contracts.TopicSpec;
import dev.tracemend.contracts.Topics;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.apps.DaemonSet;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.strimzi.api.kafka.model.topic.KafkaTopic;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What lies in {@code deploy/kubernetes}: typed, complete, and as confined as the containers of compose.yaml. */
class KubernetesFilesTest {
    private static final Path FOLDER = Path.of("..", "deploy", "kubernetes");

    static Stream<Path> files() throws IOException {
        return Files.walk(FOLDER).filter(file -> file.toString().endsWith(".yaml"));
    }

    /** The pods of deployments, daemon sets and jobs, by name. */
    static Stream<PodTemplateSpec> pods() throws IOException {
        return files().flatMap(file -> read(file).stream()).flatMap(object -> {
            if (object instanceof Deployment deployment) {
                return Stream.of(deployment.getSpec().getTemplate());
            }
            if (object instanceof DaemonSet set) {
                return Stream.of(set.getSpec().getTemplate());
            }
            return object instanceof Job job ? Stream.of(job.getSpec().getTemplate()) : Stream.empty();
        });
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyObjectIsOfAKnownKindAndHasNoUnknownField(Path file) {
        assertThat(read(file)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{apiVersion: apps/v1, kind: Deployment, spec: {replcas: 1}}",
                "{apiVersion: apps/v1, kind: Deployment, spec: {template: {spec: {containers: [{livenessprobe: {}}]}}}}",
                "{apiVersion: v1, kind: Service, spec: {ports: [{port: 1, targetport: http}]}}",
                "{apiVersion: networking.k8s.io/v1, kind: NetworkPolicy, spec: {ingres: []}}",
                "{apiVersion: kafka.strimzi.io/v1beta2, kind: KafkaTopic, spec: {partition: 3}}",
                "{apiVersion: keda.sh/v1alpha1, kind: ScaledObject, spec: {minReplicas: 0}}",
                "{apiVersion: sparkoperator.k8s.io/v1beta2, kind: SparkApplication, spec: {driver: {core: 1}}}",
                "{apiVersion: apps/v1, kind: Deploiment}",
                "{apiVersion: v1, kind: Service, kind: Service}"
            })
    void whatIsMisspeltFails(String text) {
        assertThatThrownBy(() -> KubernetesFiles.read(text)).isInstanceOf(RuntimeException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"base", "light", "spark", "strimzi"})
    void everyFileIsAResourceOfItsKustomization(String name) throws IOException {
        Path folder = FOLDER.resolve(name);
        KubernetesFiles.Kustomization kustomization = (KubernetesFiles.Kustomization)
                read(folder.resolve("kustomization.yaml")).get(0);
        try (Stream<Path> there = Files.list(folder)) {
            assertThat(there.map(file -> file.getFileName().toString())
                            .filter(file -> file.endsWith(".yaml") && !file.equals("kustomization.yaml")))
                    .containsExactlyInAnyOrderElementsOf(kustomization.resources().stream()
                            .filter(resource -> !resource.equals("../base"))
                            .toList());
        }
    }

    @ParameterizedTest
    @MethodSource("pods")
    void everyPodIsConfined(PodTemplateSpec pod) {
        PodSpec spec = pod.getSpec();
        assertThat(spec.getSecurityContext().getRunAsNonRoot()).isTrue();
        assertThat(spec.getSecurityContext().getRunAsUser()).isEqualTo(1000L);
        assertThat(spec.getSecurityContext().getSeccompProfile().getType()).isEqualTo("RuntimeDefault");
        assertThat(spec.getAutomountServiceAccountToken()).isFalse();
        assertThat(containers(spec)).allSatisfy(container -> {
            assertThat(container.getSecurityContext().getReadOnlyRootFilesystem())
                    .isTrue();
            assertThat(container.getSecurityContext().getAllowPrivilegeEscalation())
                    .isFalse();
            assertThat(container.getSecurityContext().getCapabilities().getDrop())
                    .containsExactly("ALL");
            assertThat(container.getResources().getLimits()).containsKey("memory");
            assertThat(container.getVolumeMounts())
                    .extracting("name")
                    .isSubsetOf(spec.getVolumes().stream().map(Volume::getName).toList());
        });
        assertThat(pod.getMetadata().getLabels()).containsEntry("app.kubernetes.io/part-of", "tracemend");
    }

    @Test
    void whatRunsForEverIsAskedWhetherItLives() throws IOException {
        assertThat(pods().map(PodTemplateSpec::getSpec).filter(spec -> !"OnFailure".equals(spec.getRestartPolicy())))
                .hasSize(4)
                .allSatisfy(spec -> assertThat(spec.getContainers().get(0).getLivenessProbe())
                        .isNotNull());
    }

    @Test
    void workersAreScaledByWhatTheirOwnGroupLeavesWaiting() throws IOException {
        List<Object> worker = read(FOLDER.resolve("base/worker.yaml"));
        Deployment deployment = (Deployment) worker.get(0);
        KubernetesFiles.ScaledObject scaled = (KubernetesFiles.ScaledObject) worker.get(1);
        KubernetesFiles.ScaledObject.KafkaLag lag =
                scaled.spec().triggers().get(0).metadata();

        assertThat(scaled.spec().scaleTargetRef().name())
                .isEqualTo(deployment.getMetadata().getName());
        assertThat(deployment.getSpec().getReplicas())
                .as("a number here and KEDA would fight")
                .isNull();
        assertThat(lag.topic()).isEqualTo(Topics.ctx("app"));
        assertThat(lag.consumerGroup()).isEqualTo("tracemend-worker-app");
        assertThat(scaled.spec().maxReplicaCount())
                .isEqualTo(spec(Topics.ctx("app")).partitions());
        assertThat(Files.readString(FOLDER.resolve("base/settings.env"))).contains(lag.bootstrapServersFromEnv() + "=");
    }

    @Test
    void strimzisTopicsAreOurs() {
        Map<String, TopicSpec> ours =
                Topics.family("app").stream().collect(Collectors.toMap(TopicSpec::name, topic -> topic));
        assertThat(read(FOLDER.resolve("strimzi/topics.yaml")))
                .hasSameSizeAs(ours.keySet())
                .allSatisfy(object -> {
                    KafkaTopic topic = (KafkaTopic) object;
                    TopicSpec spec = ours.get(topic.getMetadata().getName());
                    assertThat(topic.getSpec().getPartitions()).isEqualTo(spec.partitions());
                    assertThat(topic.getSpec().getConfig()).isEqualTo(spec.config());
                });
    }

    @Test
    void nothingIsReachedThatNoPolicyAllows() {
        List<NetworkPolicy> policies = read(FOLDER.resolve("base/network.yaml")).stream()
                .map(NetworkPolicy.class::cast)
                .toList();
        assertThat(policies.get(0).getSpec().getPodSelector().getMatchLabels()).isNullOrEmpty();
        assertThat(policies.get(0).getSpec().getPolicyTypes()).containsExactly("Ingress", "Egress");
        assertThat(policies.get(0).getSpec().getIngress()).isEmpty();
        assertThat(policies.get(0).getSpec().getEgress()).isEmpty();
    }

    private static List<Container> containers(PodSpec spec) {
        List<Container> all = new ArrayList<>(spec.getContainers());
        all.addAll(spec.getInitContainers());
        return all;
    }

    private static TopicSpec spec(String name) {
        return Topics.family("app").stream()
                .filter(topic -> topic.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<Object> read(Path file) {
        try {
            return KubernetesFiles.read(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
