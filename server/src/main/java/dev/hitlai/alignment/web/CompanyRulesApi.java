package dev.hitlai.alignment.web;

import dev.hitlai.alignment.internal.constitution.DryRun;
import dev.hitlai.alignment.internal.constitution.RuleDraft;
import dev.hitlai.alignment.internal.constitution.Rules;
import dev.hitlai.alignment.internal.constitution.StoredRule;
import dev.hitlai.api.ApiData;
import dev.hitlai.identity.Access;
import dev.hitlai.identity.CompanyRole;
import dev.hitlai.identity.CurrentUser;
import dev.hitlai.identity.Scope;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Rules of the constitution, for the company's programs. */
@RestController
@RequestMapping("/api/company/rules")
@Tag(name = "Constitution")
class CompanyRulesApi {
  private static final int MOST_OUTPUTS = 500;

  private final Rules rules;

  CompanyRulesApi(Rules rules) {
    this.rules = rules;
  }

  @Operation(summary = "Rules that hold, the highest level first")
  @GetMapping
  @Access(company = CompanyRole.VIEWER, scope = Scope.TESTS_READ)
  ApiData<List<StoredRule>> list(@AuthenticationPrincipal CurrentUser user) {
    return ApiData.of(rules.list(user));
  }

  @Operation(
      summary = "Lay a rule down",
      description =
          "The answer says what its author should know: rules that it shadows or contradicts, and"
              + " higher ones that it can't loosen.")
  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @Access(company = CompanyRole.ADMIN, scope = Scope.ADMIN)
  ApiData<Rules.Saved> add(@AuthenticationPrincipal CurrentUser user, @RequestBody RuleBody body) {
    return ApiData.of(rules.add(user, body.over(RuleDraft.empty())));
  }

  @Operation(summary = "One rule with all its versions, the latest first")
  @GetMapping("/{id}")
  @Access(company = CompanyRole.VIEWER, scope = Scope.TESTS_READ)
  ApiData<List<StoredRule>> versions(@PathVariable UUID id) {
    return ApiData.of(rules.versions(id));
  }

  @Operation(summary = "Change a rule", description = "Makes a new version; earlier ones stay.")
  @PutMapping("/{id}")
  @Access(company = CompanyRole.ADMIN, scope = Scope.ADMIN)
  ApiData<Rules.Saved> edit(
      @AuthenticationPrincipal CurrentUser user,
      @PathVariable UUID id,
      @RequestBody RuleBody body) {
    return ApiData.of(rules.edit(user, id, body.over(RuleDraft.of(rules.find(id)))));
  }

  @Operation(
      summary = "Try a rule on past outputs",
      description =
          "Says what it would have done to the last outputs (500 at most); keeps nothing.")
  @PostMapping("/dry-run")
  @Access(company = CompanyRole.ADMIN, scope = Scope.ADMIN)
  ApiData<DryRun.Result> dryRun(
      @AuthenticationPrincipal CurrentUser user,
      @RequestParam(defaultValue = "200") int outputs,
      @RequestBody RuleBody body) {
    var draft = body.over(RuleDraft.empty());
    return ApiData.of(rules.dryRun(user, draft, Math.clamp(outputs, 1, MOST_OUTPUTS)));
  }
}
