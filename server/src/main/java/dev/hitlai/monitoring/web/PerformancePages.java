package dev.hitlai.monitoring.web;

import dev.hitlai.monitoring.MetricType;
import dev.hitlai.monitoring.internal.measure.OperationFigures;
import dev.hitlai.web.view.Address;
import dev.hitlai.web.view.Chart;
import dev.hitlai.web.view.Page;
import dev.hitlai.web.view.Tab;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** How long routes, statements and agents take, for administrators. */
@Controller
class PerformancePages {
  private static final int SHOWN = 60;
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH).withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter HOUR =
      DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.ENGLISH).withZone(ZoneOffset.UTC);

  private final OperationFigures figures;

  PerformancePages(OperationFigures figures) {
    this.figures = figures;
  }

  @GetMapping("/admin/performance")
  String show(
      Page page,
      Model model,
      @RequestParam(name = "type", defaultValue = "api_latency") String wanted,
      @RequestParam(defaultValue = "1h") String since,
      @RequestParam(required = false) @Nullable String endpoint,
      @RequestParam(required = false) @Nullable String operation) {
    MetricType type =
        Arrays.stream(MetricType.values())
            .filter(one -> one.code().equals(wanted))
            .findFirst()
            .orElse(MetricType.API_LATENCY);
    Duration back = Windows.of(since);
    var all = figures.overview(type, back);
    String place = endpoint;
    String what = operation;
    if ((place == null || what == null) && !all.isEmpty()) {
      place = all.getFirst().endpoint();
      what = all.getFirst().operation();
    }
    var address = page.address();
    model.addAttribute(
        "rows", all.stream().limit(SHOWN).map(figure -> row(address, figure)).toList());
    model.addAttribute("left", Math.max(0, all.size() - SHOWN));
    model.addAttribute(
        "tabs",
        Arrays.stream(MetricType.values())
            .map(
                one ->
                    Tab.of(
                        one.label(),
                        "/admin/performance?type=" + one.code() + "&since=" + since,
                        one == type))
            .toList());
    model.addAttribute("type", type);
    model.addAttribute("since", since);
    model.addAttribute("windows", Windows.options());
    model.addAttribute(
        "chart", place == null || what == null ? null : chart(type, place, what, back));
    return "monitoring/performance";
  }

  private static OperationRow row(Address address, OperationFigures.Figure figure) {
    return new OperationRow(
        figure,
        address
            .with("endpoint", figure.endpoint())
            .with("operation", figure.operation())
            .toString());
  }

  private @Nullable Chart chart(MetricType type, String place, String what, Duration back) {
    var points = figures.overTime(type, place, what, back);
    if (points.isEmpty()) {
      return null;
    }
    var label = back.compareTo(Duration.ofDays(1)) <= 0 ? MINUTE : HOUR;
    return new Chart(
        what + " " + place,
        "milliseconds",
        // A line needs two points.
        points.size() < 2 ? Chart.Kind.BARS : Chart.Kind.LINES,
        points.stream().map(point -> label.format(point.at())).toList(),
        List.of(
            series("p50", points, OperationFigures.Point::p50),
            series("p95", points, OperationFigures.Point::p95),
            series("p99", points, OperationFigures.Point::p99)));
  }

  private static Chart.Series series(
      String name,
      List<OperationFigures.Point> points,
      ToDoubleFunction<OperationFigures.Point> value) {
    return new Chart.Series(name, points.stream().map(p -> value.applyAsDouble(p)).toList());
  }
}
