package dev.hitlai.testing.internal.people;

import dev.hitlai.aitester.Finding;
import dev.hitlai.aitester.Severity;
import dev.hitlai.aitester.TestPlan;
import dev.hitlai.billing.Charges;
import dev.hitlai.billing.Earnings;
import dev.hitlai.identity.CurrentUser;
import dev.hitlai.platform.tenancy.Actor;
import dev.hitlai.platform.tenancy.Tenancy;
import dev.hitlai.testing.TestCompany;
import dev.hitlai.testing.internal.execution.HybridRuns;
import dev.hitlai.testing.internal.people.TesterReport.AiVerdict;
import dev.hitlai.testing.internal.people.TesterReport.OwnFinding;
import dev.hitlai.testing.internal.runs.RunCancellation;
import dev.hitlai.testing.internal.runs.RunRating;
import dev.hitlai.testsupport.SettableClock;
import dev.hitlai.testsupport.TestDatabase;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.PayloadApplicationEvent;

/** Three testers who wait, a company, and what happens between them; the AI's part by a script. */
abstract class PeopleScene {
  static final String DOUBTFUL = "The button \"Pay now\" does nothing when it is clicked";
  static final String SURE = "The text \"Returns\" is hard to read on its background";

  @Autowired TestDatabase database;
  @Autowired SettableClock clock;
  @Autowired HybridRuns hybrid;
  @Autowired Offers offers;
  @Autowired PeopleSweep sweep;
  @Autowired TesterWork work;
  @Autowired Workbench bench;
  @Autowired Submissions submissions;
  @Autowired Disputes disputes;
  @Autowired DisputeDecisions decisions;
  @Autowired DisputeReader reader;
  @Autowired HumanResults results;
  @Autowired RunCancellation cancellation;
  @Autowired RunRating rating;
  @Autowired Earnings earnings;
  @Autowired Charges charges;
  @Autowired ConfigurableApplicationContext context;

  final List<Object> told = new CopyOnWriteArrayList<>();
  final ApplicationListener<PayloadApplicationEvent<?>> listener =
      event -> told.add(event.getPayload());
  TestCompany company;
  Roster roster;
  CurrentUser ada;
  CurrentUser ben;
  CurrentUser cleo;

  @BeforeEach
  void makePeople() {
    company = TestCompany.make(database, 10, 1);
    roster = new Roster(database);
    ada = roster.tester("Ada", "2026-01-01T00:00:00Z", 3.0);
    ben = roster.tester("Ben", "2026-01-02T00:00:00Z", 4.0);
    cleo = roster.tester("Cleo", "2026-01-02T00:00:00Z", 5.0);
    context.addApplicationListener(listener);
  }

  @AfterEach
  void putTheClockBack() {
    context.removeApplicationListener(listener);
    clock.reset();
  }

  UUID paused(int testers) {
    return hybrid.paused(company, testers, roster.only(), PeopleScene::findings);
  }

  static List<Finding> findings(TestPlan plan) {
    return List.of(
        HybridRuns.finding(plan, DOUBTFUL, Severity.HIGH, 0.7),
        HybridRuns.finding(plan, SURE, Severity.LOW, 0.97));
  }

  UUID atWork(UUID run, CurrentUser tester) {
    topUp(run);
    begin(tester, run);
    return run;
  }

  void begin(CurrentUser tester, UUID run) {
    work.accept(tester, mine(tester, run));
    work.start(tester, mine(tester, run));
  }

  void submit(CurrentUser tester, UUID run, List<OwnFinding> own, List<AiVerdict> verdicts) {
    UUID id = mine(tester, run);
    if (count("status = 'in_progress' and tester_id = '" + tester.requireTester() + "'", run) > 0) {
      submissions.closeOwn(tester, id, own);
    }
    submissions.submit(tester, id, done(verdicts));
  }

  static TesterReport done(List<AiVerdict> verdicts) {
    return new TesterReport("done", 0.75, "", "", "", List.of(), verdicts);
  }

  List<AiVerdict> says(UUID run, String verdict) {
    return List.of(new AiVerdict(issue(run, DOUBTFUL), verdict, "", "", "I tried it."));
  }

  static OwnFinding found(String title) {
    return new OwnFinding(title, title, "high", "functional", "http://hybrid.test/", "", "", null);
  }

  static DisputeDecisions.Decision decides(String verdict, String reasons) {
    return new DisputeDecisions.Decision(verdict, "", "", reasons);
  }

  UUID issue(UUID run, String title) {
    return company.one(
        "select id from testing.issues where test_run_id = ? and title = ?", run, title);
  }

  UUID mine(CurrentUser tester, UUID run) {
    return company.one(
        "select id from testing.human_test_assignments where test_run_id = ? and tester_id = ?"
            + " order by offered_at desc limit 1",
        run,
        tester.requireTester());
  }

  /** Who has an offer of the run, in the order of asking. */
  List<CurrentUser> asked(UUID run) {
    topUp(run);
    var ids =
        database.asSystem(
            sql ->
                sql.fetch(
                        "select tester_id from testing.human_test_assignments where test_run_id = ?"
                            + " and status = 'offered' order by offered_at, id",
                        run)
                    .getValues(0, UUID.class));
    var people = new ArrayList<CurrentUser>();
    for (UUID id : ids) {
      List.of(ada, ben, cleo).stream()
          .filter(one -> one.requireTester().equals(id))
          .forEach(people::add);
    }
    return people;
  }

  boolean topUp(UUID run) {
    Tenancy.run(Actor.system("test"), () -> offers.topUp(run));
    return true;
  }

  int count(String where, UUID run) {
    return Math.toIntExact(
        company.<Long>one(
            "select count(*) from testing.human_test_assignments where test_run_id = ? and "
                + where,
            run));
  }

  BigDecimal rated(CurrentUser tester) {
    return database.asSystem(
        sql ->
            sql.fetchOne(
                    "select average_rating from testers.human_testers where id = ?",
                    tester.requireTester())
                .get(0, BigDecimal.class));
  }

  BigDecimal earned(CurrentUser tester) {
    return as(tester, () -> earnings.balance(tester.requireTester())).available();
  }

  /** What the three were told in the app. */
  List<String> notices() {
    return database.asSystem(
        sql ->
            sql.fetch(
                    "select event from notifications.notifications where user_id in (?, ?, ?)",
                    ada.userId(),
                    ben.userId(),
                    cleo.userId())
                .getValues(0, String.class));
  }

  static <T> T as(CurrentUser user, java.util.function.Supplier<T> act) {
    return Tenancy.as(user.actor(), act::get);
  }

  static void inParallel(List<Callable<Object>> acts) throws Exception {
    try (var threads = Executors.newFixedThreadPool(acts.size())) {
      for (var done : threads.invokeAll(acts)) {
        done.get();
      }
    }
  }
}
