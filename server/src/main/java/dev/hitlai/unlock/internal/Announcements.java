package dev.hitlai.unlock.internal;

import static dev.hitlai.unlock.internal.jooq.Tables.MILESTONE_PROGRESS;

import dev.hitlai.identity.FeatureKey;
import dev.hitlai.notifications.Audience;
import dev.hitlai.notifications.Notice;
import dev.hitlai.notifications.NoticeKind;
import dev.hitlai.notifications.Notifications;
import dev.hitlai.platform.tenancy.Actor;
import dev.hitlai.platform.tenancy.Tenancy;
import dev.hitlai.unlock.MilestoneUnlocked;
import dev.hitlai.unlock.PhaseUnlocked;
import dev.hitlai.web.view.PhaseBanner;
import dev.hitlai.web.view.Say;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.springframework.context.event.EventListener;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Tells whom it concerns that something opened. */
@Component
class Announcements {
  private static final String EVENT = "milestone.unlocked";

  private final DSLContext sql;
  private final Notifications notifications;
  private final TransactionTemplate own;

  Announcements(
      DSLContext sql, Notifications notifications, PlatformTransactionManager transactions) {
    this.sql = sql;
    this.notifications = notifications;
    // A transaction of its own: the listener's is bound to nobody, who sees no companies.
    this.own = new TransactionTemplate(transactions);
    own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
  }

  @EventListener
  void on(MilestoneUnlocked unlocked) {
    var milestone = unlocked.milestone();
    String names =
        milestone.features().stream().map(FeatureKey::label).collect(Collectors.joining(", "));
    notifications.tell(
        new Notice(
            EVENT,
            EVENT + ":" + unlocked.companyId() + ":" + milestone.code(),
            NoticeKind.MILESTONES,
            new Audience.Company(unlocked.companyId()),
            Say.count(milestone.tests()) + " tests completed: four features are open",
            List.of("Open to your company from now on: " + names + "."),
            new Notice.Action("See what is open", "/company/milestones"),
            Map.of(
                "milestone",
                milestone.code(),
                "testsCompleted",
                milestone.tests(),
                "features",
                milestone.features().stream().map(FeatureKey::code).toList())));
  }

  /**
   * Afterwards and not in the transaction that completes the test, because it tells every company
   * that has completed tests. A notice that comes twice is delivered once.
   */
  @ApplicationModuleListener
  void on(PhaseUnlocked unlocked) {
    Tenancy.run(
        Actor.system("announce phase"),
        () -> own.executeWithoutResult(_ -> tellEverybody(unlocked)));
  }

  private void tellEverybody(PhaseUnlocked unlocked) {
    notifications.tell(notice(unlocked, new Audience.Administrators(), "/admin/milestones"));
    sql.select(MILESTONE_PROGRESS.COMPANY_ID)
        .from(MILESTONE_PROGRESS)
        .where(MILESTONE_PROGRESS.COMPANY_ID.isNotNull())
        .and(MILESTONE_PROGRESS.COMPLETED.gt(0L))
        .forEach(
            row ->
                notifications.tell(
                    notice(unlocked, new Audience.Company(row.value1()), "/company/milestones")));
  }

  private static Notice notice(PhaseUnlocked unlocked, Audience audience, String path) {
    var phase = PhaseBanner.phase(unlocked.phase());
    return new Notice(
        EVENT,
        EVENT + ":phase_" + phase.number(),
        NoticeKind.MILESTONES,
        audience,
        "The platform entered phase " + phase.number() + ", " + phase.name(),
        List.of(
            phase.opens() + ".",
            "An AI test costs $"
                + phase.price()
                + " from now on. Tests under way stay as they are."),
        new Notice.Action("See the phases", path),
        Map.of("milestone", "phase_" + phase.number(), "testsCompleted", unlocked.completed()));
  }
}
