package dev.hitlai.aitester.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * Runs the scripts of all audits that look at the document in one round trip to the page. The
 * scripts are the files {@code probes/<name>.js}; each sees {@code dom} (file {@code dom.js}),
 * {@code input} (the persona's needs) and {@code report(element, {rule, identity, …measured})}.
 */
final class Probes {
  private static final Logger LOG = LoggerFactory.getLogger(Probes.class);
  private static final JsonMapper JSON = JsonMapper.shared();

  private final String script;
  private @Nullable AuditSubject subject;
  private Answer answer = new Answer(Map.of(), Map.of());

  /** What the page answered: hits by probe, and the error of a probe that failed. */
  record Answer(Map<String, List<Hit>> hits, Map<String, String> errors) {}

  Probes(List<String> names) {
    var parts = new StringBuilder("(input) => {\n");
    parts.append("if (!document.body) return '{\"hits\":{},\"errors\":{}}';\n"); // Not here yet.
    parts.append("const dom = (() => {\n");
    parts.append(resource("dom.js")).append("})();\n").append(resource("report.js"));
    for (var name : names) {
      parts.append("run('").append(name).append("', (report) => {\n");
      parts.append(resource(name + ".js")).append("});\n");
    }
    script = parts.append("return JSON.stringify(out);\n}").toString();
  }

  /** What the probe of that name found; the page is asked once per subject. */
  List<Hit> hits(AuditSubject asked, String name) {
    if (subject != asked) {
      answer = ask(asked);
      subject = asked;
      answer.errors().forEach((probe, error) -> LOG.warn("Probe {} failed: {}", probe, error));
    }
    return answer.hits().getOrDefault(name, List.of());
  }

  Map<String, String> errors() {
    return answer.errors();
  }

  private Answer ask(AuditSubject asked) {
    var persona = asked.persona();
    var input =
        Map.of(
            "targetSize", persona.targetSize(),
            "contrastNeeded", persona.contrastNeeded(),
            "touch", persona.touch(),
            "understandsIcons", persona.understandsIcons(),
            "opensHiddenMenus", persona.opensHiddenMenus(),
            "reducedMotion", persona.reducedMotion(),
            "textZoom", persona.textZoom());
    return JSON.readValue((String) asked.page().evaluate(script, input), Answer.class);
  }

  static String resource(String name) {
    try (var stream = Probes.class.getResourceAsStream("probes/" + name)) {
      if (stream == null) {
        throw new IllegalStateException("There is no probe " + name);
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
