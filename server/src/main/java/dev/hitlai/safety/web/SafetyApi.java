package dev.hitlai.safety.web;

import dev.hitlai.api.ApiData;
import dev.hitlai.identity.Access;
import dev.hitlai.safety.internal.AlignmentDays;
import dev.hitlai.safety.internal.BiasAudits;
import dev.hitlai.safety.internal.BoardRecords;
import dev.hitlai.safety.internal.Levels;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** What AIs may do and how that was measured, for programs of administrators. */
@RestController
@Tag(name = "Safety")
class SafetyApi {
  private final BiasAudits audits;
  private final AlignmentDays days;
  private final Levels levels;
  private final BoardRecords records;

  SafetyApi(BiasAudits audits, AlignmentDays days, Levels levels, BoardRecords records) {
    this.audits = audits;
    this.days = days;
    this.levels = levels;
    this.records = records;
  }

  @Operation(summary = "Audits for unequal treatment, the latest first")
  @GetMapping("/api/admin/bias")
  @Access(admin = true)
  ApiData<List<BiasAudits.Audit>> bias() {
    return ApiData.of(audits.list(10));
  }

  @Operation(summary = "Audit each version that found something in the last 90 days")
  @PostMapping("/api/admin/bias")
  @Access(admin = true)
  ApiData<List<BiasAudits.Audit>> audit() {
    return ApiData.of(audits.list(audits.run()));
  }

  /**
   * @param approved the highest level that may decide anything
   */
  record Capabilities(
      Levels.Measured measured,
      int approved,
      List<Levels.Level> levels,
      List<AlignmentDays.Day> days) {}

  @Operation(summary = "Capability levels as people's words show them, and alignment by day")
  @GetMapping("/api/admin/capabilities")
  @Access(admin = true)
  ApiData<Capabilities> capabilities() {
    return ApiData.of(
        new Capabilities(levels.measure(), levels.approved(), levels.list(), days.list(30)));
  }

  @Operation(summary = "What the safety board decided, the latest first")
  @GetMapping("/api/admin/safety-decisions")
  @Access(admin = true)
  ApiData<List<BoardRecords.Decision>> decisions() {
    return ApiData.of(records.decisions(50));
  }
}
