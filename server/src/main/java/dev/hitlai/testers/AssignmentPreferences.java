package dev.hitlai.testers;

import static dev.hitlai.testers.internal.jooq.Tables.AI_TESTER_ASSIGNMENT_PREFERENCES;

import dev.hitlai.testers.internal.jooq.tables.records.AiTesterAssignmentPreferencesRecord;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What companies say about AI testers; a row for each company that said something. */
@Component
public class AssignmentPreferences {
  private static final dev.hitlai.testers.internal.jooq.tables.AiTesterAssignmentPreferences TABLE =
      AI_TESTER_ASSIGNMENT_PREFERENCES;

  private final DSLContext sql;

  AssignmentPreferences(DSLContext sql) {
    this.sql = sql;
  }

  @Transactional(readOnly = true)
  public AiPreferences of(UUID companyId) {
    return sql.selectFrom(TABLE)
        .where(TABLE.COMPANY_ID.eq(companyId))
        .fetchOptional(AssignmentPreferences::read)
        .orElse(AiPreferences.USUAL);
  }

  /** Replaces what the company said; tests that were asked for before keep their tester. */
  @Transactional
  public void set(UUID companyId, AiPreferences wanted) {
    var row = sql.newRecord(TABLE);
    row.setCompanyId(companyId);
    row.setAllowAiTesters(wanted.ai());
    row.setAllowThirdPartyAi(wanted.thirdParty());
    row.setAllowHitlAi(wanted.hitl());
    row.setPreferredAiProviders(sorted(wanted.preferred()));
    row.setBlockedAiProviders(sorted(wanted.blocked()));
    row.setMinAiQualityScore(wanted.minQuality());
    row.setRequireHumanValidation(wanted.humanValidation());
    row.setMaxCostPerTestUsd(wanted.maxCost());
    row.setPreferCostOverSpeed(wanted.costOverSpeed());
    row.setAiForTestTypes(codes(wanted.aiKinds()));
    row.setHumanOnlyForTestTypes(codes(wanted.humanOnlyKinds()));
    sql.insertInto(TABLE).set(row).onConflict(TABLE.COMPANY_ID).doUpdate().set(row).execute();
  }

  private static AiPreferences read(AiTesterAssignmentPreferencesRecord row) {
    return new AiPreferences(
        row.getAllowAiTesters(),
        row.getAllowThirdPartyAi(),
        row.getAllowHitlAi(),
        Set.of(row.getPreferredAiProviders()),
        Set.of(row.getBlockedAiProviders()),
        row.getMinAiQualityScore(),
        row.getRequireHumanValidation(),
        row.getMaxCostPerTestUsd(),
        row.getPreferCostOverSpeed(),
        kinds(row.getAiForTestTypes()),
        kinds(row.getHumanOnlyForTestTypes()));
  }

  private static Set<TestKind> kinds(String[] codes) {
    return Arrays.stream(codes)
        .flatMap(code -> TestKind.of(code).stream())
        .collect(Collectors.toSet());
  }

  private static String[] codes(Set<TestKind> kinds) {
    return kinds.stream().sorted().map(TestKind::code).toArray(String[]::new);
  }

  private static String[] sorted(Set<String> codes) {
    return codes.stream().sorted().toArray(String[]::new);
  }
}
