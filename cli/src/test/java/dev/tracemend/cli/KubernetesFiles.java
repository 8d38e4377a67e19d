package dev.tracemend.cli;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.PodSecurityContext;
import io.fabric8.kubernetes.api.model.SecurityContext;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.apps.DaemonSet;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.rbac.Role;
import io.fabric8.kubernetes.api.model.rbac.RoleBinding;
import io.strimzi.api.kafka.model.topic.KafkaTopic;
import io.strimzi.api.kafka.model.user.KafkaUser;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * Reads Kubernetes' objects as their typed models, and nothing that these do not know: the models keep unknown fields aside,
 * which is switched off here. Kustomize, KEDA and the Spark operator have no models on Maven Central: the records below hold
 * of theirs what we use.
 */
final class KubernetesFiles {
    private static final Map<String, Class<?>> KINDS = Map.ofEntries(
            Map.entry("v1/Namespace", Namespace.class),
            Map.entry("v1/Service", Service.class),
            Map.entry("v1/ServiceAccount", ServiceAccount.class),
            Map.entry("v1/PersistentVolumeClaim", PersistentVolumeClaim.class),
            Map.entry("apps/v1/Deployment", Deployment.class),
            Map.entry("apps/v1/DaemonSet", DaemonSet.class),
            Map.entry("batch/v1/Job", Job.class),
            Map.entry("networking.k8s.io/v1/NetworkPolicy", NetworkPolicy.class),
            Map.entry("rbac.authorization.k8s.io/v1/Role", Role.class),
            Map.entry("rbac.authorization.k8s.io/v1/RoleBinding", RoleBinding.class),
            Map.entry("kafka.strimzi.io/v1beta2/KafkaTopic", KafkaTopic.class),
            Map.entry("kafka.strimzi.io/v1beta2/KafkaUser", KafkaUser.class),
            Map.entry("keda.sh/v1alpha1/ScaledObject", ScaledObject.class),
            Map.entry("sparkoperator.k8s.io/v1beta2/SparkApplication", SparkApplication.class),
            Map.entry("kustomize.config.k8s.io/v1beta1/Kustomization", Kustomization.class));

    private static final ObjectMapper STRICT = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .annotationIntrospector(new JacksonAnnotationIntrospector() {
                private static final long serialVersionUID = 1L;

                @Override
                public Boolean hasAnySetter(Annotated annotated) {
                    return false;
                }
            })
            .build();

    private KubernetesFiles() {}

    record Kustomization(
            String apiVersion,
            String kind,
            String namespace,
            List<String> resources,
            List<Generator> configMapGenerator,
            List<Image> images) {
        record Generator(String name, List<String> envs) {}

        record Image(String name, String newName, String newTag) {}
    }

    record ScaledObject(String apiVersion, String kind, ObjectMeta metadata, Spec spec) {
        record Spec(
                Target scaleTargetRef,
                int minReplicaCount,
                int maxReplicaCount,
                int pollingInterval,
                int cooldownPeriod,
                List<Trigger> triggers) {}

        record Target(String name) {}

        record Trigger(String type, KafkaLag metadata) {}

        record KafkaLag(
                String bootstrapServersFromEnv,
                String consumerGroup,
                String topic,
                String lagThreshold,
                String offsetResetPolicy) {}
    }

    record SparkApplication(String apiVersion, String kind, ObjectMeta metadata, Spec spec) {
        record Spec(
                String type,
                String mode,
                String sparkVersion,
                String image,
                String mainClass,
                String mainApplicationFile,
                List<String> arguments,
                Map<String, String> sparkConf,
                Restart restartPolicy,
                List<Volume> volumes,
                Pod driver,
                Pod executor) {}

        record Restart(String type, int onFailureRetryInterval, int onSubmissionFailureRetryInterval) {}

        record Pod(
                Integer instances,
                int cores,
                String memory,
                String serviceAccount,
                List<EnvVar> env,
                Map<String, String> labels,
                PodSecurityContext podSecurityContext,
                SecurityContext securityContext,
                List<VolumeMount> volumeMounts) {}
    }

    /** All objects of a file; an unknown kind or field is an exception that names it. */
    static List<Object> read(String text) {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        // Kubectl reads anchors, kustomize not all of them.
        options.setMaxAliasesForCollections(0);
        Iterable<Object> documents = new Yaml(new SafeConstructor(options)).loadAll(text);
        return StreamSupport.stream(documents.spliterator(), false)
                .map(KubernetesFiles::typed)
                .toList();
    }

    private static Object typed(Object document) {
        Map<?, ?> object = (Map<?, ?>) document;
        String kind = object.get("apiVersion") + "/" + object.get("kind");
        if (!KINDS.containsKey(kind)) {
            throw new IllegalArgumentException(kind + " is no kind that is known here");
        }
        return STRICT.convertValue(object, KINDS.get(kind));
    }
}
