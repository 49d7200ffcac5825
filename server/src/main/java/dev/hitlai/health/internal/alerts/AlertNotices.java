package dev.hitlai.health.internal.alerts;

import dev.hitlai.notifications.Audience;
import dev.hitlai.notifications.Notice;
import dev.hitlai.notifications.NoticeKind;
import dev.hitlai.notifications.Notifications;
import dev.hitlai.notifications.Receivers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Tells of alarms: what a rule fires at once is one message. Inside the transaction of the fact;
 * what is told waits in the outbox of the module notifications.
 */
@Component
class AlertNotices {
  private static final String FIRING = "alert.firing";
  private static final String RESOLVED = "alert.resolved";
  private static final int NAMED = 20;

  private final Notifications notifications;
  private final Receivers receivers;
  private final AlertmanagerBody alertmanager;
  private final FiringRows firings;

  AlertNotices(
      Notifications notifications,
      Receivers receivers,
      AlertmanagerBody alertmanager,
      FiringRows firings) {
    this.notifications = notifications;
    this.receivers = receivers;
    this.alertmanager = alertmanager;
    this.firings = firings;
  }

  void tellFired(AlertRule rule, List<Firing> fired) {
    var details = new LinkedHashMap<String, Object>();
    int count = tell(rule, fired, false, details);
    firings.told(fired.stream().map(Firing::id).toList(), count, details);
  }

  void tellResolved(AlertRule rule, List<Firing> resolved) {
    tell(rule, resolved, true, new LinkedHashMap<>());
  }

  private int tell(
      AlertRule rule, List<Firing> about, boolean resolved, Map<String, Object> details) {
    var channels = rule.channels();
    String event = resolved ? RESOLVED : FIRING;
    String title = title(rule, about, resolved);
    var paragraphs = paragraphs(rule, about, resolved);
    var action = new Notice.Action("See the rule", "/admin/alerts/" + rule.id());
    int count = 0;
    if (channels.mail()) {
      var audiences = audiences(channels);
      for (var audience : audiences) {
        notifications.tell(
            new Notice(
                event,
                event + ":" + about.getFirst().id(),
                NoticeKind.HEALTH,
                audience,
                title,
                paragraphs,
                action,
                Map.of()));
      }
      details.put("mail", audiences.size());
      count += audiences.size();
    }
    UUID slack = channels.slackReceiver();
    if (channels.slack() && slack != null) {
      receivers.sendSlack(slack, event, title, paragraphs, action);
      details.put("slack", true);
      count++;
    }
    UUID webhook = channels.webhookReceiver();
    if (channels.webhook() && webhook != null) {
      switch (channels.format()) {
        case SIGNED -> receivers.send(webhook, event, data(rule, about));
        case ALERTMANAGER ->
            receivers.sendBody(webhook, event, alertmanager.of(rule, about, resolved));
      }
      details.put("webhook", channels.format().code());
      count++;
    }
    return count;
  }

  private static List<Audience> audiences(AlertRule.Channels channels) {
    var audiences = new ArrayList<Audience>();
    channels.users().forEach(user -> audiences.add(new Audience.Person(user)));
    channels.addresses().forEach(address -> audiences.add(new Audience.Address(address, "")));
    return audiences.isEmpty() ? List.of(new Audience.Administrators()) : audiences;
  }

  private static String title(AlertRule rule, List<Firing> about, boolean resolved) {
    String test = about.getFirst().test() ? "[Test] " : "";
    String what = about.size() == 1 ? about.getFirst().monitor() : about.size() + " monitors";
    return test + (resolved ? "Over: " : "") + rule.name() + ": " + what;
  }

  private static List<String> paragraphs(AlertRule rule, List<Firing> about, boolean resolved) {
    var paragraphs = new ArrayList<String>();
    about.stream().limit(NAMED).forEach(firing -> paragraphs.add(sentence(rule, firing)));
    if (about.size() > NAMED) {
      paragraphs.add("And " + (about.size() - NAMED) + " more.");
    }
    if (!resolved && !rule.description().isEmpty()) {
      paragraphs.add(rule.description());
    }
    return paragraphs;
  }

  /** One alarm in a sentence. */
  static String sentence(AlertRule rule, Firing firing) {
    String value = rule.value(firing.value());
    return firing.resolved() && !firing.test()
        ? firing.monitor()
            + ": back, after it was "
            + rule.value(firing.worst())
            + " at worst ("
            + rule.condition()
            + ")."
        : firing.monitor() + ": " + value + " (" + rule.condition() + ").";
  }

  private static Map<String, Object> data(AlertRule rule, List<Firing> about) {
    var data = new LinkedHashMap<String, Object>();
    data.put("ruleId", rule.id());
    data.put("rule", rule.name());
    data.put("severity", rule.terms().severity().code());
    data.put("metric", rule.terms().metric().code());
    data.put("threshold", rule.terms().threshold());
    data.put("test", about.getFirst().test());
    data.put("alerts", about.stream().map(AlertNotices::alert).toList());
    return data;
  }

  private static Map<String, Object> alert(Firing firing) {
    var alert = new LinkedHashMap<String, Object>();
    alert.put("id", firing.id());
    alert.put("monitorId", firing.monitorId());
    alert.put("monitor", firing.monitor());
    alert.put("value", firing.value());
    alert.put("worst", firing.worst());
    alert.put("triggeredAt", firing.triggeredAt().toString());
    alert.put("resolvedAt", firing.resolvedAt() == null ? null : firing.resolvedAt().toString());
    return alert;
  }
}
