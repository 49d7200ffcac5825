package dev.hitlai.health.internal;

import dev.hitlai.aitester.browser.BrowserInstallation;
import dev.hitlai.aitester.browser.BrowserPool;
import dev.hitlai.health.SlaReports;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.stereotype.Component;

/** A report as a PDF, printed by the browser that the tests use too. */
@Component
public class SlaPaper {
  private final TemplateEngine templates;
  private final ReentrantLock oneAtATime = new ReentrantLock();

  SlaPaper(TemplateEngine templates) {
    this.templates = templates;
  }

  /**
   * What the paper says.
   *
   * @param subject whose parts it is about, such as "HitlAI"
   * @param until the end of the month, or now in the present one
   */
  public record Report(
      String subject, YearMonth month, Instant until, boolean isOver, List<SlaReports.Line> lines) {
    public Report {
      lines = List.copyOf(lines);
    }

    /** Promises that were missed. */
    public long missed() {
      return lines.stream().filter(line -> Boolean.FALSE.equals(line.kept())).count();
    }
  }

  /**
   * @throws IllegalStateException when no browser can print it
   */
  public byte[] print(Report report) {
    var html = new StringOutput();
    templates.render("health/sla-paper.jte", Map.of("report", report), html);
    oneAtATime.lock();
    // A browser of its own for the moment, so that a report never waits for tests to end.
    try (var browsers = new BrowserPool(BrowserInstallation.find(System.getenv()), 1)) {
      return browsers.submit(browsing -> browsing.print(html.toString())).get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while the report was printed", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("The report could not be printed as PDF", e.getCause());
    } finally {
      oneAtATime.unlock();
    }
  }
}
