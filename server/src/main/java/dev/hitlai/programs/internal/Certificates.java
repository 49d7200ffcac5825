package dev.hitlai.programs.internal;

import dev.hitlai.aitester.browser.PaperPrinter;
import dev.hitlai.web.view.Say;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Papers that say what the programs have on record, as PDF. */
@Component
public class Certificates {
  private final TemplateEngine templates;
  private final Clock clock;

  Certificates(TemplateEngine templates, Clock clock) {
    this.templates = templates;
    this.clock = clock;
  }

  /** That a company takes part. */
  public byte[] ofCompany(CompanySpots.Membership spot, String company) {
    var facts = new LinkedHashMap<String, String>();
    facts.put("Tier", spot.tier().label());
    facts.put("Discount", spot.discountPercent() + " % on every test, for life");
    if (spot.joinedAt() != null) {
      facts.put("Member since", Say.time(spot.joinedAt()));
    }
    facts.put(
        "Commitment",
        "%d completed tests, %s"
            .formatted(
                spot.commitmentTests(),
                "met".equals(spot.commitmentStatus())
                    ? "kept"
                    : spot.testsCompleted() + " completed"));
    return print("Early-adopter program", company, "takes part in it.", facts, spot.id());
  }

  /** That a tester takes part. */
  public byte[] ofTester(TesterSpots.Membership spot, String name) {
    var facts = new LinkedHashMap<String, String>();
    facts.put("Tier", spot.tier().label());
    facts.put(
        "Share of a test's price",
        spot.sharePercent()
            + " %"
            + (spot.shareUntil() == null ? "" : " until " + Say.time(spot.shareUntil())));
    facts.put("Equity", spot.equityPercent().stripTrailingZeros().toPlainString() + " %, vesting");
    if (spot.joinedAt() != null) {
      facts.put("Member since", Say.time(spot.joinedAt()));
    }
    return print("Founding-tester program", name, "takes part in it.", facts, spot.id());
  }

  /** That a step of a tester's vesting was reached. */
  public byte[] ofVesting(TesterSpots.Membership spot, Vesting.Reached step, String name) {
    var facts = new LinkedHashMap<String, String>();
    facts.put("Tier", spot.tier().label());
    facts.put(
        "Grant", spot.equityPercent().stripTrailingZeros().toPlainString() + " % of the platform");
    facts.put("Reached by", Say.count(step.tests(), "completed test", "completed tests"));
    facts.put("Vested", step.share().movePointRight(2).stripTrailingZeros().toPlainString() + " %");
    facts.put(
        "That is",
        step.equityPercent().stripTrailingZeros().toPlainString() + " % of the platform");
    facts.put("On", Say.time(step.at()));
    return print("Vesting of equity", name, "has reached this step.", facts, spot.id());
  }

  private byte[] print(
      String title, String name, String sentence, Map<String, String> facts, UUID number) {
    var html = new StringOutput();
    templates.render(
        "programs/certificate.jte",
        Map.of(
            "title", title,
            "name", name,
            "sentence", sentence,
            "facts", facts,
            "number", number.toString(),
            "on", clock.instant()),
        html);
    return PaperPrinter.print(html.toString());
  }
}
