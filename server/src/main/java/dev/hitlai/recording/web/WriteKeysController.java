package dev.hitlai.recording.web;

import static dev.hitlai.identity.CompanyRole.ADMIN;

import dev.hitlai.api.ApiData;
import dev.hitlai.identity.Access;
import dev.hitlai.identity.CurrentUser;
import dev.hitlai.identity.WriteKeys;
import dev.hitlai.identity.WriteKeys.WriteKey;
import dev.hitlai.recording.internal.keys.RecordingChoices;
import dev.hitlai.recording.internal.keys.RecordingRules;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** From which pages a company records its visitors, and what. */
@RestController
@RequestMapping("/api/company")
@Access(company = ADMIN)
@Tag(name = "Company")
class WriteKeysController {
  private final WriteKeys keys;
  private final RecordingChoices choices;

  WriteKeysController(WriteKeys keys, RecordingChoices choices) {
    this.keys = keys;
    this.choices = choices;
  }

  /**
   * A key to make.
   *
   * @param origins of the pages, such as {@code https://shop.example}
   */
  record NewWriteKey(
      @NotBlank @Size(max = 200) String name,
      @NotEmpty List<@NotNull @Size(max = 300) String> origins) {}

  /** Origins that replace those a key has. */
  record Origins(@NotEmpty List<@NotNull @Size(max = 300) String> origins) {}

  @GetMapping("/write-keys")
  @Operation(summary = "List the keys for recording visitors")
  ApiData<List<WriteKey>> list(@AuthenticationPrincipal CurrentUser user) {
    return ApiData.of(keys.of(user.requireCompany()));
  }

  @PostMapping("/write-keys")
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(
      summary = "Make a key for recording visitors",
      description = "It stands in the source of pages and is no secret; origins bind it to them.")
  ApiData<WriteKey> make(
      @AuthenticationPrincipal CurrentUser user, @Valid @RequestBody NewWriteKey body) {
    return ApiData.of(keys.make(user, body.name(), body.origins()));
  }

  @PatchMapping("/write-keys/{id}")
  @Operation(summary = "Change the origins of a key for recording visitors")
  ApiData<WriteKey> allow(
      @AuthenticationPrincipal CurrentUser user,
      @PathVariable UUID id,
      @Valid @RequestBody Origins body) {
    return ApiData.of(keys.allow(user, id, body.origins()));
  }

  @DeleteMapping("/write-keys/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "Revoke a key for recording visitors")
  void revoke(@AuthenticationPrincipal CurrentUser user, @PathVariable UUID id) {
    keys.revoke(user, id);
  }

  @GetMapping("/recording-settings")
  @Operation(summary = "What is recorded of visitors")
  ApiData<RecordingRules> settings(@AuthenticationPrincipal CurrentUser user) {
    return ApiData.of(choices.of(user.requireCompany()));
  }

  @PutMapping("/recording-settings")
  @Operation(summary = "Say what is recorded of visitors, and how long it is kept")
  ApiData<RecordingRules> choose(
      @AuthenticationPrincipal CurrentUser user, @Valid @RequestBody ChosenRules body) {
    choices.choose(user.requireCompany(), body.rules());
    return ApiData.of(choices.of(user.requireCompany()));
  }
}
