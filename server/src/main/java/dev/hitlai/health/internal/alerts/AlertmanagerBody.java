package dev.hitlai.health.internal.alerts;

import dev.hitlai.platform.PublicAddress;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Alarms in the form that Prometheus' Alertmanager sends (version 4), which many programs read. */
@Component
class AlertmanagerBody {
  /** What that form has where there is no end yet. */
  private static final String NO_END = "0001-01-01T00:00:00Z";

  private final JsonMapper json;
  private final PublicAddress address;

  AlertmanagerBody(JsonMapper json, PublicAddress address) {
    this.json = json;
    this.address = address;
  }

  String of(AlertRule rule, List<Firing> firings, boolean resolved) {
    String status = resolved ? "resolved" : "firing";
    var common = Map.of("alertname", rule.name(), "severity", rule.terms().severity().code());
    var body = new LinkedHashMap<String, Object>();
    body.put("version", "4");
    body.put("groupKey", "{}:{alertname=\"" + rule.name().replace("\"", "\\\"") + "\"}");
    body.put("truncatedAlerts", 0);
    body.put("status", status);
    body.put("receiver", "hitlai");
    body.put("groupLabels", Map.of("alertname", rule.name()));
    body.put("commonLabels", common);
    body.put("commonAnnotations", Map.of("description", rule.description()));
    body.put("externalURL", address.of("/admin/alerts"));
    body.put("alerts", firings.stream().map(one -> alert(rule, one, status)).toList());
    return json.writeValueAsString(body);
  }

  private Map<String, Object> alert(AlertRule rule, Firing firing, String status) {
    var labels = new LinkedHashMap<String, String>();
    labels.put("alertname", rule.name());
    labels.put("severity", firing.severity());
    labels.put("monitor", firing.monitor());
    labels.put("metric", firing.metric());
    Instant end = firing.resolvedAt();
    var alert = new LinkedHashMap<String, Object>();
    alert.put("status", status);
    alert.put("labels", labels);
    alert.put(
        "annotations",
        Map.of(
            "summary", AlertNotices.sentence(rule, firing),
            "value", String.valueOf(firing.value())));
    alert.put("startsAt", firing.triggeredAt().toString());
    alert.put("endsAt", status.equals("resolved") && end != null ? end.toString() : NO_END);
    alert.put("generatorURL", address.of("/admin/alerts/" + rule.id()));
    alert.put("fingerprint", fingerprint(rule, firing));
    return alert;
  }

  /** The same for the same rule and monitor, so that receivers know an alert again. */
  private static String fingerprint(AlertRule rule, Firing firing) {
    long mixed =
        rule.id().getLeastSignificantBits() * 31
            + (firing.monitorId() == null ? 0 : firing.monitorId().getLeastSignificantBits());
    return HexFormat.of().toHexDigits(mixed);
  }
}
