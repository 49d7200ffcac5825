package dev.hitlai.health.web.alarms;

import dev.hitlai.health.internal.alerts.AlertRule;
import dev.hitlai.health.internal.alerts.RuleWish;
import dev.hitlai.web.view.Say;
import java.util.List;
import java.util.Locale;

/** Between a rule and its form. */
final class AlertForm {
  private AlertForm() {}

  /** What a new rule begins with. */
  static Entered fresh() {
    return new Entered.Stored()
        .with("metric", "error_rate")
        .with("operator", "greater_than")
        .with("threshold", "10")
        .with("durationMinutes", 5)
        .with("minFailures", 3)
        .with("severity", "warning")
        .with("sendEmail", true)
        .with("webhookFormat", "signed")
        .with("active", true)
        .entered();
  }

  static Entered stored(AlertRule rule) {
    var terms = rule.terms();
    var channels = rule.channels();
    return new Entered.Stored()
        .with("name", rule.name())
        .with("description", rule.description())
        .with("endpoint", (Object) rule.endpoint())
        .with("metric", terms.metric().code())
        .with("operator", terms.comparison().code())
        .with("threshold", Say.decimal(terms.threshold(), 4).replace(",", ""))
        .with("durationMinutes", terms.hold().toMinutes())
        .with("minFailures", terms.minFailures())
        .with("severity", terms.severity().name().toLowerCase(Locale.ROOT))
        .with("createIncident", rule.createIncident())
        .with("sendEmail", channels.mail())
        .with("notifyUsers", channels.users())
        .with("notifyEmails", String.join("\n", channels.addresses()))
        .with("sendSlack", channels.slack())
        .with("sendWebhook", channels.webhook())
        .with("webhookUrl", (Object) channels.webhookUrl())
        .with("webhookFormat", channels.format().code())
        .with("active", rule.active())
        .entered();
  }

  static RuleWish wish(Entered form) {
    return new RuleWish(
        form.text("name"),
        form.text("description"),
        form.text("endpoint"),
        form.text("metric"),
        form.text("operator"),
        form.number("threshold"),
        form.whole("durationMinutes"),
        form.whole("minFailures"),
        form.text("severity"),
        form.flag("createIncident"),
        form.flag("sendEmail"),
        form.ids("notifyUsers"),
        List.of(form.text("notifyEmails").split("[\\s,;]+")),
        form.flag("sendSlack"),
        form.text("slackUrl"),
        form.flag("sendWebhook"),
        form.text("webhookUrl"),
        form.text("webhookFormat"),
        form.flag("active"));
  }
}
