package dev.hitlai.health.web;

import static java.util.Map.entry;

import java.util.Map;

/** What the fields of a monitor's form are called. */
public final class FieldLabels {
  private static final Map<String, String> LABELS =
      Map.ofEntries(
          entry("kind", "What is watched"),
          entry("name", "Name"),
          entry("endpoint", "Endpoint"),
          entry("method", "Method"),
          entry("description", "Description"),
          entry("category", "Group"),
          entry("isPublic", "Showing it publicly"),
          entry("url", "Address"),
          entry("headers", "Headers"),
          entry("body", "Body"),
          entry("dnsRecordType", "Record"),
          entry("statuses", "Statuses"),
          entry("conditions", "Conditions"),
          entry("addresses", "Addresses"),
          entry("warningMs", "Slow from"),
          entry("criticalMs", "Very slow from"),
          entry("certificateWarningDays", "Certificate warning"),
          entry("intervalSeconds", "Interval"),
          entry("timeoutMs", "Timeout"),
          entry("failureThreshold", "Failures until down"),
          entry("successThreshold", "Successes until up"),
          entry("slaUptimePercent", "Promised uptime"),
          entry("slaResponseTimeMs", "Promised response time"),
          entry("errorRateWarningPercent", "Error rate, warning"),
          entry("errorRateCriticalPercent", "Error rate, critical"),
          entry("costPerRequestUsd", "Cost of a request"),
          entry("maintenanceMessage", "Maintenance message"),
          entry("maintenanceUntil", "Maintenance until"),
          entry("parents", "What it depends on"));

  private FieldLabels() {}

  public static String of(String field) {
    return LABELS.getOrDefault(field, field);
  }
}
