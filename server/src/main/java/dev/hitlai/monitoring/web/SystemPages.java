package dev.hitlai.monitoring.web;

import dev.hitlai.monitoring.internal.system.PartHistory;
import dev.hitlai.web.view.Say;
import dev.hitlai.web.view.Sparkline;
import java.time.Duration;
import java.util.ArrayList;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import tools.jackson.databind.json.JsonMapper;

/** How the platform's own parts do, for administrators. */
@Controller
class SystemPages {
  private static final Duration WINDOW = Duration.ofDays(1);

  private final PartHistory history;

  SystemPages(PartHistory history) {
    this.history = history;
  }

  @GetMapping("/admin/system")
  String show(Model model) {
    model.addAttribute("rows", history.parts(WINDOW).stream().map(SystemPages::row).toList());
    model.addAttribute("failures", history.failures());
    return "monitoring/system";
  }

  private static PartRow row(PartHistory.Part part) {
    var times = part.times();
    return new PartRow(
        part,
        figures(part.figures()),
        times.size() < 2
            ? null
            : new Sparkline("Response time of %s over a day".formatted(part.label()), times));
  }

  private static String figures(String json) {
    var words = new ArrayList<String>();
    JsonMapper.shared()
        .readTree(json)
        .properties()
        .forEach(
            one -> {
              long value = one.getValue().asLong();
              words.add(
                  one.getKey().endsWith("Bytes")
                      ? Say.decimal(value / 1e9, 1) + " GB " + one.getKey().replace("Bytes", "")
                      : Say.count(value) + " " + one.getKey());
            });
    return String.join(", ", words.stream().sorted().toList());
  }
}
