package dev.hitlai.aitester.report;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * A run as SARIF 2.1.0 (OASIS, 2020; errata 01, 2023) for code-scanning services. Pages are
 * artifacts relative to the site's root, selectors are logical locations, fingerprints let services
 * follow a finding from run to run.
 */
public final class SarifReport {
  private static final String SCHEMA =
      "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
  private static final String SITE = "SITE";
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private final RunDocument document;
  private final URI site;
  private final List<String> rules;

  private SarifReport(RunDocument document) {
    this.document = document;
    site = URI.create(document.run().url()).resolve("/");
    rules = document.findings().stream().map(RunDocument.Problem::rule).distinct().toList();
  }

  /** The report as UTF-8 JSON. */
  public static byte[] render(RunDocument document) {
    return MAPPER.writeValueAsBytes(new SarifReport(document).log());
  }

  private Map<String, Object> log() {
    return ordered("$schema", SCHEMA, "version", "2.1.0", "runs", List.of(run()));
  }

  private Map<String, Object> run() {
    var started = Instant.parse(document.run().startedAt());
    return ordered(
        "tool",
        Map.of("driver", driver()),
        "automationDetails",
        Map.of("id", "hitlai/" + site.getHost() + "/"),
        "originalUriBaseIds",
        Map.of(SITE, Map.of("uri", site.toString())),
        "invocations",
        List.of(
            ordered(
                "executionSuccessful",
                true,
                "startTimeUtc",
                started.toString(),
                "endTimeUtc",
                started.plusMillis(document.run().durationMs()).toString())),
        "columnKind",
        "utf16CodeUnits",
        "results",
        results(),
        "properties",
        ordered(
            "score",
            document.run().score(),
            "missions",
            document.run().missions(),
            "personas",
            document.run().personas()));
  }

  private Map<String, Object> driver() {
    var version = SarifReport.class.getPackage().getImplementationVersion();
    var driver = ordered("name", "HitlAI", "rules", rules.stream().map(this::rule).toList());
    if (version != null) {
      driver.put("version", version);
    }
    return driver;
  }

  private Map<String, Object> rule(String id) {
    var first =
        document.findings().stream()
            .filter(finding -> finding.rule().equals(id))
            .findFirst()
            .orElseThrow();
    var tags = new ArrayList<String>();
    tags.add(first.category());
    first.wcag().forEach(criterion -> tags.add("WCAG " + criterion));
    return ordered(
        "id",
        id,
        "shortDescription",
        text(id.replace('-', ' ').replace('/', ' ')),
        "help",
        text(first.recommendation()),
        "defaultConfiguration",
        Map.of("level", level(first.severity())),
        "properties",
        Map.of("tags", tags));
  }

  private List<Map<String, Object>> results() {
    var added = document.comparison() == null ? null : Set.copyOf(document.comparison().added());
    return document.findings().stream().map(finding -> result(finding, added)).toList();
  }

  private Map<String, Object> result(RunDocument.Problem finding, @Nullable Set<String> added) {
    var result =
        ordered(
            "ruleId",
            finding.rule(),
            "ruleIndex",
            rules.indexOf(finding.rule()),
            "level",
            level(finding.severity()),
            "message",
            text(
                finding.title()
                    + ". "
                    + finding.description()
                    + " Fix: "
                    + finding.recommendation()),
            "locations",
            List.of(location(finding.url(), finding.selector(), finding.evidence().html())),
            "relatedLocations",
            finding.occurrences().stream()
                .skip(1)
                .distinct()
                .map(o -> location(o.url(), o.selector(), null))
                .toList(),
            "partialFingerprints",
            Map.of("hitlai/v1", finding.fingerprint()),
            "rank",
            finding.confidence() * 100);
    if (added != null) {
      result.put("baselineState", added.contains(finding.fingerprint()) ? "new" : "unchanged");
    }
    result.put(
        "properties",
        ordered(
            "severity",
            finding.severity(),
            "confidence",
            finding.confidence(),
            "personas",
            finding.personas(),
            "effort",
            finding.effort()));
    return result;
  }

  private Map<String, Object> location(
      String url, @Nullable String selector, @Nullable String html) {
    // A page has no lines; services that annotate files still want one.
    var region = ordered("startLine", 1);
    if (html != null) {
      region.put("snippet", text(html));
    }
    var location =
        ordered("physicalLocation", ordered("artifactLocation", artifact(url), "region", region));
    if (selector != null) {
      location.put(
          "logicalLocations",
          List.of(
              ordered(
                  "name",
                  selector,
                  "fullyQualifiedName",
                  url + " " + selector,
                  "kind",
                  "element")));
    }
    return location;
  }

  private Map<String, Object> artifact(String url) {
    var relative = site.relativize(URI.create(url)).toString();
    if (relative.equals(url)) {
      return ordered("uri", url);
    }
    return ordered("uri", relative.isEmpty() ? "./" : relative, "uriBaseId", SITE);
  }

  private static String level(String severity) {
    return switch (severity) {
      case "critical", "high" -> "error";
      case "medium" -> "warning";
      default -> "note";
    };
  }

  private static Map<String, Object> text(String text) {
    return Map.of("text", text);
  }

  private static Map<String, Object> ordered(Object... pairs) {
    var map = new LinkedHashMap<String, Object>();
    for (int i = 0; i < pairs.length; i += 2) {
      map.put((String) pairs[i], pairs[i + 1]);
    }
    return map;
  }
}
