package dev.hitlai.programs.internal;

import dev.hitlai.identity.AuthMethod;
import dev.hitlai.identity.CurrentUser;
import dev.hitlai.identity.UserType;
import dev.hitlai.platform.Vault;
import dev.hitlai.platform.tenancy.Actor;
import dev.hitlai.platform.tenancy.Tenancy;
import dev.hitlai.programs.Program;
import dev.hitlai.programs.Tier;
import dev.hitlai.testers.TestersForTests;
import dev.hitlai.testsupport.SettableClock;
import dev.hitlai.testsupport.TestDatabase;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;

/** The programs on a database of their own, with what they announce. */
final class ProgramsOnTheirOwn {
  static final ProgramSettings SETTINGS =
      new ProgramSettings(
          100_000, 100_000, 100_000, Duration.ofDays(30), Duration.ofDays(30), Duration.ofDays(14));

  final TestDatabase database = TestDatabase.fresh();
  final SettableClock clock = SettableClock.fixedAt("2026-06-30T12:00:00Z");
  final ConcurrentLinkedQueue<Object> announced = new ConcurrentLinkedQueue<>();
  final ProgramSteps platform = new ProgramSteps(database.transactions());
  final Applications applications = new Applications(database.jooq());
  final Spots spots = new Spots(database.jooq());
  final CompanySpots companies = new CompanySpots(database.jooq(), clock);
  final TesterSpots testers = new TesterSpots(database.jooq(), clock);
  final DiscountCodes codes = new DiscountCodes(database.jooq(), clock);
  final Vesting vesting = new Vesting(database.jooq(), testers, announced::add, clock);
  final TesterJoining joining =
      new TesterJoining(testers, vesting, TestersForTests.roster(database.jooq()), announced::add);
  final Admission admission =
      new Admission(
          applications, spots, companies, testers, codes, joining, announced::add, clock, SETTINGS);
  final Review review =
      new Review(platform, applications, spots, admission, announced::add, clock, SETTINGS);
  final FreedSpots endings =
      new FreedSpots(
          platform, applications, spots, companies, testers, admission, announced::add, clock);
  final Commitments commitments =
      new Commitments(database.jooq(), companies, announced::add, clock);
  final StatusLinks links = new StatusLinks(new Vault(new byte[32]));

  /** What asks for limits isn't reached by what these tests do. */
  @SuppressWarnings("NullAway")
  final Applicant applicant =
      new Applicant(
          platform,
          links,
          applications,
          spots,
          companies,
          testers,
          admission,
          joining,
          codes,
          null,
          announced::add,
          clock,
          SETTINGS);

  final CurrentUser reviewer =
      CurrentUser.person(
          UUID.randomUUID(),
          "admin@example.org",
          "Ada Admin",
          UserType.ADMIN,
          null,
          null,
          null,
          AuthMethod.SESSION);

  /** An application that waits for a reviewer. */
  UUID applied(Tier tier, int score) {
    return does(
        () -> {
          var columns = new LinkedHashMap<org.jooq.Field<?>, Object>();
          var applications = dev.hitlai.programs.internal.jooq.Tables.APPLICATIONS;
          var parts = List.of(new PriorityScore.Part("Base", score, 100, "a test"));
          columns.put(applications.PRIORITY_SCORE, score);
          columns.put(applications.SCORE_PARTS, new PriorityScore(parts).json());
          columns.put(applications.CREATED_AT, clock.instant());
          return this.applications
              .insert(tier.program(), answers(tier, UUID.randomUUID() + "@example.org"), columns)
              .orElseThrow();
        });
  }

  static Answers answers(Tier tier, String email) {
    String name = tier.program() == Program.EARLY_ADOPTER ? "contactName" : "fullName";
    return new Answers(
        Map.of("companyName", "Shop", name, "Grace", "email", email, "tier", tier.code()));
  }

  Application decide(UUID id, Review.Action action) {
    return review.decide(reviewer, id, new Review.Decision(action, "", "Because."));
  }

  Application find(UUID id) {
    return does(() -> applications.find(id).orElseThrow());
  }

  int taken(Tier tier) {
    return does(() -> spots.taken().of(tier));
  }

  UUID company() {
    UUID id = UUID.randomUUID();
    database.asSystem(
        sql ->
            sql.execute(
                "insert into identity.companies (id, name, slug) values (?, 'Acme', ?)",
                id,
                id + ""));
    return id;
  }

  UUID tester(int completed) {
    UUID id = UUID.randomUUID();
    database.asSystem(
        sql ->
            sql.execute(
                "insert into testers.human_testers (id, user_id, display_name, tests_completed)"
                    + " values (?, ?, 'Tess', ?)",
                id,
                UUID.randomUUID(),
                completed));
    return id;
  }

  <T> T does(Supplier<T> work) {
    return Tenancy.as(Actor.system("test"), () -> database.transactions().execute(_ -> work.get()));
  }

  void run(Runnable work) {
    Tenancy.run(
        Actor.system("test"), () -> database.transactions().executeWithoutResult(_ -> work.run()));
  }
}
