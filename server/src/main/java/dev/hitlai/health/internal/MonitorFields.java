package dev.hitlai.health.internal;

import dev.hitlai.health.BodyCondition;
import dev.hitlai.health.Monitor;
import dev.hitlai.health.Monitor.Expectation;
import dev.hitlai.health.Monitor.Pause;
import dev.hitlai.health.Monitor.Promise;
import dev.hitlai.health.Monitor.Target;
import dev.hitlai.health.Monitor.Watch;
import dev.hitlai.health.MonitorKind;
import dev.hitlai.health.internal.jooq.tables.records.ApiEndpointConfigsRecord;
import dev.hitlai.platform.Vault;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Between a monitor and its row. */
@Component
class MonitorFields {
  /** What the vault seals headers for. */
  private static final String USE = "monitor headers";

  private final Vault vault;
  private final JsonMapper json;

  MonitorFields(Vault vault, JsonMapper json) {
    this.vault = vault;
    this.json = json;
  }

  Monitor read(ApiEndpointConfigsRecord row, Set<UUID> parents) {
    return new Monitor(
        row.getId(),
        row.getCompanyId(),
        MonitorKind.of(row.getKind()),
        row.getEndpoint(),
        row.getMethod(),
        row.getDisplayName(),
        text(row.getDescription()),
        text(row.getCategory()),
        row.getIsActive(),
        row.getIsPublic(),
        target(row),
        expectation(row),
        watch(row),
        promise(row),
        new Pause(row.getMaintenanceMode(), row.getMaintenanceMessage(), row.getMaintenanceUntil()),
        Set.copyOf(parents),
        row.getCreatedAt());
  }

  /** Everything but id, owner and parents, which are kept elsewhere. */
  void write(Monitor monitor, ApiEndpointConfigsRecord row) {
    row.setKind(monitor.kind().code());
    row.setEndpoint(monitor.endpoint());
    row.setMethod(monitor.method());
    row.setDisplayName(monitor.name());
    row.setDescription(monitor.description());
    row.setCategory(monitor.category());
    row.setIsActive(monitor.active());
    row.setIsPublic(monitor.isPublic());
    write(monitor.target(), row);
    write(monitor.expectation(), row);
    write(monitor.watch(), row);
    write(monitor.promise(), row);
    row.setMaintenanceMode(monitor.pause().on());
    row.setMaintenanceMessage(monitor.pause().message());
    row.setMaintenanceUntil(monitor.pause().until());
  }

  private Target target(ApiEndpointConfigsRecord row) {
    return new Target(
        row.getTargetUrl(),
        headers(row.getSealedHeaders()),
        row.getBody(),
        row.getFollowRedirects(),
        row.getVerifyCertificate(),
        row.getDnsRecordType());
  }

  private Map<String, String> headers(byte @Nullable [] sealed) {
    return sealed == null
        ? Map.of()
        : json.readValue(
            vault.open(USE, sealed), new TypeReference<LinkedHashMap<String, String>>() {});
  }

  private void write(Target target, ApiEndpointConfigsRecord row) {
    row.setTargetUrl(target.url());
    row.setSealedHeaders(
        target.headers().isEmpty()
            ? null
            : vault.seal(USE, json.writeValueAsString(target.headers())));
    var names = new LinkedHashMap<String, String>();
    target.headers().keySet().forEach(name -> names.put(name, ""));
    row.setHeaders(JSONB.valueOf(json.writeValueAsString(names)));
    row.setBody(target.body());
    row.setFollowRedirects(target.followRedirects());
    row.setVerifyCertificate(target.verifyCertificate());
    row.setDnsRecordType(target.dnsRecordType());
  }

  private Expectation expectation(ApiEndpointConfigsRecord row) {
    return new Expectation(
        new TreeSet<>(List.of(row.getExpectedStatus())),
        json.readValue(row.getBodyConditions().data(), new TypeReference<List<BodyCondition>>() {}),
        Duration.ofMillis(row.getResponseTimeWarningMs()),
        Duration.ofMillis(row.getResponseTimeCriticalMs()),
        row.getCertificateWarningDays(),
        new TreeSet<>(List.of(row.getExpectedAddresses())));
  }

  private void write(Expectation expectation, ApiEndpointConfigsRecord row) {
    row.setExpectedStatus(expectation.statuses().toArray(Integer[]::new));
    row.setBodyConditions(JSONB.valueOf(json.writeValueAsString(expectation.conditions())));
    row.setResponseTimeWarningMs((int) expectation.warning().toMillis());
    row.setResponseTimeCriticalMs((int) expectation.critical().toMillis());
    row.setCertificateWarningDays(expectation.certificateWarningDays());
    row.setExpectedAddresses(expectation.addresses().toArray(String[]::new));
  }

  private static Watch watch(ApiEndpointConfigsRecord row) {
    return new Watch(
        row.getHealthCheckEnabled(),
        Duration.ofSeconds(row.getHealthCheckIntervalSeconds()),
        Duration.ofMillis(row.getHealthCheckTimeoutMs()),
        row.getFailureThreshold(),
        row.getSuccessThreshold());
  }

  private static void write(Watch watch, ApiEndpointConfigsRecord row) {
    row.setHealthCheckEnabled(watch.enabled());
    row.setHealthCheckIntervalSeconds((int) watch.interval().toSeconds());
    row.setHealthCheckTimeoutMs((int) watch.timeout().toMillis());
    row.setFailureThreshold(watch.failureThreshold());
    row.setSuccessThreshold(watch.successThreshold());
  }

  private static Promise promise(ApiEndpointConfigsRecord row) {
    return new Promise(
        row.getSlaUptimePercent(),
        Duration.ofMillis(row.getSlaResponseTimeMs()),
        row.getErrorRateWarningPercent(),
        row.getErrorRateCriticalPercent(),
        row.getEstimatedCostPerRequestUsd());
  }

  private static void write(Promise promise, ApiEndpointConfigsRecord row) {
    row.setSlaUptimePercent(promise.uptimePercent());
    row.setSlaResponseTimeMs((int) promise.responseTime().toMillis());
    row.setErrorRateWarningPercent(promise.errorRateWarningPercent());
    row.setErrorRateCriticalPercent(promise.errorRateCriticalPercent());
    row.setEstimatedCostPerRequestUsd(promise.costPerRequestUsd());
  }

  private static String text(@Nullable String value) {
    return value == null ? "" : value;
  }
}
