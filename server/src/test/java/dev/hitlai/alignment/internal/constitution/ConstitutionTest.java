package dev.hitlai.alignment.internal.constitution;

import static dev.hitlai.testsupport.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hitlai.aitester.ShippedPersonas;
import dev.hitlai.aitester.action.Action;
import dev.hitlai.alignment.rules.Checkpoint;
import dev.hitlai.alignment.rules.Effect;
import dev.hitlai.alignment.rules.Facts;
import dev.hitlai.alignment.rules.Rule.Scope;
import dev.hitlai.identity.AuthMethod;
import dev.hitlai.identity.CompanyRole;
import dev.hitlai.identity.CurrentUser;
import dev.hitlai.identity.UserType;
import dev.hitlai.platform.database.ServerSignals;
import dev.hitlai.platform.tenancy.Actor;
import dev.hitlai.platform.tenancy.Tenancy;
import dev.hitlai.testing.FindingReview.ReviewedRun;
import dev.hitlai.testing.TestCompany;
import dev.hitlai.testing.TestType;
import dev.hitlai.testsupport.PageViews;
import dev.hitlai.testsupport.PlatformTest;
import dev.hitlai.testsupport.TestDatabase;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Rules in the database and in the memory of two servers. */
@PlatformTest
class ConstitutionTest {
  @Autowired TestDatabase database;
  @Autowired Rules rules;
  @Autowired ConstitutionRows rows;
  @Autowired UniversalRules universal;
  @Autowired Constitution constitution;
  @Autowired ConstitutionDecisions decisions;
  @Autowired ActionRules actions;
  @Autowired ServerSignals signals;
  @Autowired TransactionTemplate transactions;

  private static RuleDraft draft(String name, String condition, String action) {
    return new RuleDraft(name, "", "quality", "all", 100, condition, action, "strict", true);
  }

  private static CurrentUser person(UserType type, UUID company) {
    return CurrentUser.person(
        UUID.randomUUID(),
        "somebody@example.org",
        "Somebody",
        type,
        company,
        company == null ? null : CompanyRole.ADMIN,
        null,
        AuthMethod.SESSION);
  }

  private Rules.Saved add(CurrentUser by, RuleDraft draft) {
    return Tenancy.as(by.actor(), () -> rules.add(by, draft));
  }

  private Rules.Saved edit(CurrentUser by, UUID id, RuleDraft draft) {
    return Tenancy.as(by.actor(), () -> rules.edit(by, id, draft));
  }

  @Test
  void anEditHoldsInEveryServerAndOldDecisionsReplayAsTheyWere() {
    var company = TestCompany.make(database, 10, 1);
    var member = person(UserType.COMPANY, company.id());
    var elsewhere = new Constitution(rows, universal, transactions, signals); // Another server.
    var facts =
        Facts.builder()
            .with("finding", "title", "A doubtful one")
            .with("finding", "confidence", 0.3)
            .with("company", "id", company.id().toString())
            .build();
    var scope = new Scope(company.id(), null, "web");
    var saved = add(member, draft("Doubts", "finding.confidence < 0.5", "block"));
    assertThat(saved.notes()).isEmpty();
    for (var server : List.of(constitution, elsewhere)) {
      eventually(() -> server.inForce().rules().judge(Checkpoint.FINDING, facts, scope).blocks());
    }
    var judged =
        decisions.judge(Checkpoint.FINDING, "A doubtful one", facts, scope, null, company.id());
    Tenancy.run(
        Actor.system("test"),
        () -> transactions.executeWithoutResult(_ -> decisions.keep(judged, null)));
    assertThat(
            constitution
                .inForce()
                .rules()
                .judge(Checkpoint.FINDING, facts, new Scope(UUID.randomUUID(), null, "web"))
                .effect())
        .as("a company's rule is for its own findings")
        .isEqualTo(Effect.NONE);

    edit(member, saved.rule().id(), draft("Doubts", "finding.confidence < 0.1", "warn"));
    for (var server : List.of(constitution, elsewhere)) {
      eventually(
          () ->
              server.inForce().rules().judge(Checkpoint.FINDING, facts, scope).effect()
                  == Effect.NONE);
    }
    UUID decision =
        company.one(
            "select id from alignment.constitutional_decisions where company_id = ?", company.id());
    var replay = Tenancy.as(company.actor(), () -> decisions.replay(decision));
    assertThat(replay.again()).isEqualTo(Effect.BLOCK);
    assertThat(replay.same()).isTrue();
    assertThat(
            company.<Integer>one(
                "select rule_version from alignment.constitutional_violations where company_id = ?",
                company.id()))
        .isEqualTo(1);
    var versions = Tenancy.as(company.actor(), () -> rules.versions(saved.rule().id()));
    assertThat(versions)
        .extracting(StoredRule::condition)
        .containsExactly("finding.confidence < 0.1", "finding.confidence < 0.5");
    var tried =
        Tenancy.as(
            company.actor(),
            () -> rules.dryRun(member, draft("Try", "finding.confidence < 0.4", "warn"), 100));
    assertThat(tried.judged()).isEqualTo(1);
    assertThat(tried.fired()).isEqualTo(1);
    assertThat(tried.stricter()).isZero();
  }

  @Test
  void nobodyLoosensWhatIsUniversalAndOthersRulesStayTheirs() {
    var admin = person(UserType.ADMIN, null);
    var company = TestCompany.make(database, 10, 1);
    var member = person(UserType.COMPANY, company.id());
    var first = universal.rules().getFirst();
    assertThatThrownBy(
            () -> edit(admin, first.id(), draft("Off", "finding.confidence < 0.1", "warn")))
        .hasMessageContaining("come with the release");
    assertThatThrownBy(
            () ->
                Tenancy.as(
                    admin.actor(),
                    () ->
                        database.as(
                            admin.actor(),
                            sql ->
                                sql.execute(
                                    "update alignment.constitutional_rules set is_active = false"
                                        + " where id = ?",
                                    first.id()))))
        .hasStackTraceContaining("can't be changed");
    var loose = add(member, draft("Allow", first.condition(), "warn"));
    assertThat(loose.notes())
        .anySatisfy(note -> assertThat(note.sentence()).contains(first.name()));
    var other = person(UserType.COMPANY, TestCompany.make(database, 10, 1).id());
    assertThatThrownBy(
            () -> edit(other, loose.rule().id(), draft("Mine", "finding.confidence < 0.1", "warn")))
        .hasMessageContaining("No rule");
    assertThatThrownBy(() -> add(member, draft("Wrong", "finding.confidence < \"a\"", "warn")))
        .satisfies(e -> assertThat(Rules.pointed("finding.confidence < \"a\"")).contains("^"));
  }

  @Test
  void aRuleStopsAClickBeforeItHappens() {
    var company = TestCompany.make(database, 10, 1);
    var member = person(UserType.COMPANY, company.id());
    add(
        member,
        draft(
            "Keep off", "action.kind == \"open\" && action.href.contains(\"/private\")", "block"));
    var facts =
        FactSheets.action(
            Facts.builder(),
            new Action.Open(URI.create("https://shop.example/private")),
            PageViews.page("https://shop.example/", "Shop").view());
    eventually(
        () ->
            constitution
                .inForce()
                .rules()
                .judge(Checkpoint.ACTION, facts, new Scope(company.id(), null, "web"))
                .blocks());
    UUID run = run(company);
    var oversight =
        actions.of(
            new ReviewedRun(
                run,
                company.id(),
                URI.create("https://shop.example/"),
                "Look",
                ShippedPersonas.all().getFirst(),
                List.of(),
                TestType.AI_ONLY,
                "web",
                null));
    var page = PageViews.page("https://shop.example/", "Shop").view();
    assertThat(oversight.forbids(new Action.Open(URI.create("https://shop.example/help")), page))
        .isNull();
    assertThat(oversight.forbids(new Action.Open(URI.create("https://shop.example/private")), page))
        .contains("Keep off");
    assertThat(oversight.forbids(new Action.Open(URI.create("https://elsewhere.example/")), page))
        .contains("Stay on the allowed hosts");
    assertThat(
            company.<Long>one(
                "select count(*) from alignment.constitutional_violations where test_run_id = ?",
                run))
        .isEqualTo(2);
  }

  private UUID run(TestCompany company) {
    UUID request = UUID.randomUUID();
    UUID run = UUID.randomUUID();
    database.asSystem(
        sql -> {
          sql.execute(
              "insert into testing.test_requests (id, company_id, title, url, mission, test_type)"
                  + " values (?, ?, 'Title', 'https://shop.example', 'Look', 'ai_only')",
              request,
              company.id());
          return sql.execute(
              "insert into testing.test_runs (id, company_id, test_request_id, url, mission,"
                  + " test_type, status, persona) values (?, ?, ?, 'https://shop.example', 'Look',"
                  + " 'ai_only', 'completed', '{}')",
              run,
              company.id(),
              request);
        });
    return run;
  }

  @Test
  void aTextThatWasTamperedWithIsNotSealed() {
    var text = UniversalRules.resource("/dev/hitlai/alignment/universal-rules.json");
    var signature =
        java.util.Base64.getMimeDecoder()
            .decode(UniversalRules.resource("/dev/hitlai/alignment/universal-rules.sig"));
    assertThat(UniversalRules.isSealed(text, signature)).isTrue();
    var changed = new String(text, StandardCharsets.UTF_8).replaceFirst("\"block\"", "\"warn\"");
    assertThat(UniversalRules.isSealed(changed.getBytes(StandardCharsets.UTF_8), signature))
        .isFalse();
  }
}
