package dev.hitlai.health.internal.alerts;

import dev.hitlai.api.ApiProblem;
import dev.hitlai.health.Monitors;
import dev.hitlai.identity.Audit;
import dev.hitlai.identity.CurrentUser;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Fires a rule on request, so that people see whether its alarm reaches them. */
@Component
public class TestFire {
  private final RuleRows rules;
  private final FiringRows firings;
  private final Monitors monitors;
  private final AlertNotices notices;
  private final Audit audit;

  TestFire(
      RuleRows rules, FiringRows firings, Monitors monitors, AlertNotices notices, Audit audit) {
    this.rules = rules;
    this.firings = firings;
    this.monitors = monitors;
    this.notices = notices;
    this.audit = audit;
  }

  /** The firing, marked as a test, with the threshold as its value. */
  @Transactional
  public Firing fire(CurrentUser by, UUID ruleId) {
    var rule =
        rules.find(ruleId).orElseThrow(() -> ApiProblem.notFound("No alert rule has this id."));
    var monitor =
        monitors.of(null).stream()
            .filter(rule::concerns)
            .findFirst()
            .orElseThrow(() -> ApiProblem.conflict("The rule is about no monitor that there is."));
    UUID id = firings.begin(rule, monitor, rule.terms().threshold(), true).orElseThrow();
    notices.tellFired(rule, List.of(firings.find(id).orElseThrow()));
    audit.note(by, "alert_rule.tested", "alert_rule", ruleId);
    return firings.find(id).orElseThrow();
  }
}
