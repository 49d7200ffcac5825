package dev.hitlai.aitester.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
  private final OnceForAll<Question, Answer> answers;
  private @Nullable AuditSubject subject;
  private Answer answer = new Answer(Map.of(), Map.of(), Set.of());

  /**
   * What the page answered: hits by probe, and the error of a probe that failed.
   *
   * @param signs audits that would find something to look at
   */
  record Answer(Map<String, List<Hit>> hits, Map<String, String> errors, Set<String> signs) {}

  /** Who sees the very same and needs the same gets the same answer. */
  record Question(Sight sight, Map<String, Object> needs) {}

  Probes(List<String> names) {
    this(names, new OnceForAll<>());
  }

  /**
   * @param answers shared by the personas of one run
   */
  Probes(List<String> names, OnceForAll<Question, Answer> answers) {
    this.answers = answers;
    var parts = new StringBuilder("(input) => {\n");
    parts.append(
        "if (!document.body) return '{\"hits\":{},\"errors\":{},\"signs\":[]}';\n"); // Not here
    // yet.
    parts.append("const dom = (() => {\n");
    parts.append(resource("dom.js")).append("})();\n").append(resource("report.js"));
    for (var name : names) {
      parts.append("run('").append(name).append("', (report) => {\n");
      parts.append(resource(name + ".js")).append("});\n");
    }
    parts.append("run('try', () => { out.hits.try = JSON.parse((() => {\n");
    parts.append(resource("try.js")).append("})()); });\n");
    parts.append(resource("signs.js"));
    script = parts.append("return JSON.stringify(out);\n}").toString();
  }

  /** What the probe of that name found; the page is asked once per subject. */
  List<Hit> hits(AuditSubject asked, String name) {
    return answer(asked).hits().getOrDefault(name, List.of());
  }

  /** Whether the page has anything for an audit that would have to ask it on its own. */
  boolean isWorthAsking(AuditSubject asked, String audit) {
    return answer(asked).signs().contains(audit);
  }

  /** Controls that are worth a press. */
  List<Hit> worthPressing(AuditSubject asked) {
    return hits(asked, "try");
  }

  private Answer answer(AuditSubject asked) {
    if (subject != asked) {
      answer = ask(asked);
      subject = asked;
      answer.errors().forEach((probe, error) -> LOG.warn("Probe {} failed: {}", probe, error));
    }
    return answer;
  }

  Map<String, String> errors() {
    return answer.errors();
  }

  private Answer ask(AuditSubject asked) {
    var persona = asked.persona();
    Map<String, Object> needs =
        Map.of(
            "targetSize", persona.targetSize(),
            "contrastNeeded", persona.contrastNeeded(),
            "touch", persona.touch(),
            "understandsIcons", persona.understandsIcons(),
            "opensHiddenMenus", persona.opensHiddenMenus(),
            "reducedMotion", persona.reducedMotion(),
            "textZoom", persona.textZoom());
    return answers.of(
        new Question(Sight.of(asked.view(), persona), needs),
        () -> JSON.readValue((String) asked.page().evaluate(script, needs), Answer.class));
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
