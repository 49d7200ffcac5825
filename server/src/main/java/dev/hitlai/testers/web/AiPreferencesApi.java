package dev.hitlai.testers.web;

import dev.hitlai.api.ApiData;
import dev.hitlai.api.ApiProblem;
import dev.hitlai.identity.Access;
import dev.hitlai.identity.Audit;
import dev.hitlai.identity.CompanyRole;
import dev.hitlai.identity.CurrentUser;
import dev.hitlai.identity.Scope;
import dev.hitlai.testers.AiPreferences;
import dev.hitlai.testers.AiTesters;
import dev.hitlai.testers.AssignmentPreferences;
import dev.hitlai.testers.Selection;
import dev.hitlai.testers.TestKind;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A company's preferences for AI testers, for programs. */
@RestController
@Tag(name = "Company")
class AiPreferencesApi {
  private final AssignmentPreferences preferences;
  private final AiTesters testers;
  private final Audit audit;
  private final TransactionTemplate transactions;

  AiPreferencesApi(
      AssignmentPreferences preferences,
      AiTesters testers,
      Audit audit,
      TransactionTemplate transactions) {
    this.preferences = preferences;
    this.testers = testers;
    this.audit = audit;
    this.transactions = transactions;
  }

  /**
   * What a company says about AI testers; members that are left out have their usual value.
   *
   * @param minAiQualityScore least share of an AI's findings that holds, 0 to 1; 0.70 when left out
   * @param requireHumanValidation makes tests by an AI alone hybrid ones
   * @param maxCostPerTestUsd for the AI's part; no ceiling when left out
   * @param aiForTestTypes of web, mobile, accessibility, performance, security; all when empty
   * @param humanOnlyForTestTypes of the same
   */
  record Body(
      @Nullable Boolean allowAiTesters,
      @Nullable Boolean allowThirdPartyAi,
      @Nullable Boolean allowHitlAi,
      @Nullable List<String> preferredAiProviders,
      @Nullable List<String> blockedAiProviders,
      @Nullable BigDecimal minAiQualityScore,
      @Nullable Boolean requireHumanValidation,
      @Nullable BigDecimal maxCostPerTestUsd,
      @Nullable Boolean preferCostOverSpeed,
      @Nullable List<String> aiForTestTypes,
      @Nullable List<String> humanOnlyForTestTypes) {
    static Body of(AiPreferences wanted) {
      return new Body(
          wanted.ai(),
          wanted.thirdParty(),
          wanted.hitl(),
          wanted.preferred().stream().sorted().toList(),
          wanted.blocked().stream().sorted().toList(),
          wanted.minQuality(),
          wanted.humanValidation(),
          wanted.maxCost(),
          wanted.costOverSpeed(),
          codes(wanted.aiKinds()),
          codes(wanted.humanOnlyKinds()));
    }

    AiPreferences preferences() {
      return new AiPreferences(
          yes(allowAiTesters, true),
          yes(allowThirdPartyAi, true),
          yes(allowHitlAi, true),
          words(preferredAiProviders),
          words(blockedAiProviders),
          minAiQualityScore == null ? AiPreferences.USUAL.minQuality() : minAiQualityScore,
          yes(requireHumanValidation, false),
          maxCostPerTestUsd,
          yes(preferCostOverSpeed, false),
          kinds("aiForTestTypes", words(aiForTestTypes)),
          kinds("humanOnlyForTestTypes", words(humanOnlyForTestTypes)));
    }

    private static boolean yes(@Nullable Boolean said, boolean usual) {
      return said == null ? usual : said;
    }

    private static Set<String> words(@Nullable List<String> given) {
      var words = new HashSet<String>();
      if (given != null) {
        given.forEach(word -> words.add(String.valueOf(word)));
      }
      return words;
    }

    private static List<String> codes(Set<TestKind> kinds) {
      return kinds.stream().sorted().map(TestKind::code).toList();
    }
  }

  private static Set<TestKind> kinds(String field, Iterable<String> words) {
    var kinds = EnumSet.noneOf(TestKind.class);
    for (String word : words) {
      kinds.add(
          TestKind.of(word)
              .orElseThrow(
                  () ->
                      ApiProblem.invalid(
                          field, "must be of " + String.join(", ", TestKind.codes()))));
    }
    return kinds;
  }

  @Operation(summary = "Which AI testers the company lets near its sites")
  @GetMapping("/api/company/ai-preferences")
  @Access(company = CompanyRole.VIEWER, scope = Scope.TESTS_READ)
  ApiData<Body> read(@AuthenticationPrincipal CurrentUser user) {
    return ApiData.of(Body.of(preferences.of(user.requireCompany())));
  }

  @Operation(
      summary = "Replace them",
      description = "Tests asked for from now on go by it; those at work keep their tester.")
  @PutMapping("/api/company/ai-preferences")
  @Access(company = CompanyRole.ADMIN, scope = Scope.ADMIN)
  ApiData<Body> replace(@AuthenticationPrincipal CurrentUser user, @RequestBody Body body) {
    var wanted = body.preferences();
    transactions.executeWithoutResult(
        _ -> {
          preferences.set(user.requireCompany(), wanted);
          audit.note(user, "company.ai_preferences_changed", "company", user.requireCompany());
        });
    return ApiData.of(Body.of(preferences.of(user.requireCompany())));
  }

  @Operation(
      summary = "Which AI would do a test, and why",
      description =
          "Every AI of the roster by the company's preferences, for a test of these kinds (web,"
              + " mobile, accessibility, performance, security).")
  @GetMapping("/api/company/ai-testers")
  @Access(company = CompanyRole.VIEWER, scope = Scope.TESTS_READ)
  ApiData<Selection> select(
      @AuthenticationPrincipal CurrentUser user,
      @RequestParam(defaultValue = "web") List<String> kinds,
      @RequestParam(defaultValue = "ai_only") String testType) {
    if (!Set.of("ai_only", "hybrid").contains(testType)) {
      throw ApiProblem.invalid("testType", "must be ai_only or hybrid");
    }
    var wanted = kinds("kinds", kinds);
    if (wanted.isEmpty()) {
      throw ApiProblem.invalid("kinds", "must name at least one");
    }
    return ApiData.of(testers.select(user.requireCompany(), wanted, testType));
  }
}
