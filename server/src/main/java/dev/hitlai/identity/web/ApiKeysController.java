package dev.hitlai.identity.web;

import static dev.hitlai.identity.CompanyRole.ADMIN;

import dev.hitlai.api.ApiData;
import dev.hitlai.identity.Access;
import dev.hitlai.identity.CurrentUser;
import dev.hitlai.identity.Scope;
import dev.hitlai.identity.internal.ApiKeys;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The company's keys for programs. A key can't make keys: people do. */
@RestController
@RequestMapping("/api/company/api-keys")
@Access(company = ADMIN)
@Tag(name = "Company")
class ApiKeysController {
  private final ApiKeys keys;

  ApiKeysController(ApiKeys keys) {
    this.keys = keys;
  }

  /** A key to make. */
  record NewKey(
      @NotBlank @Size(max = 200) String name,
      @NotEmpty Set<@NotNull Scope> scopes,
      @Nullable Instant expiresAt) {}

  /**
   * @param key the whole key, shown this once
   */
  record MadeKey(
      UUID id,
      String name,
      String prefix,
      List<Scope> scopes,
      @Nullable Instant expiresAt,
      String key) {}

  @GetMapping
  @Operation(summary = "List the API keys")
  ApiData<List<ApiKeys.Key>> list(@AuthenticationPrincipal CurrentUser user) {
    return ApiData.of(keys.of(user.requireCompany()));
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(summary = "Make an API key", description = "The key is shown in this answer only.")
  ApiData<MadeKey> make(
      @AuthenticationPrincipal CurrentUser user, @Valid @RequestBody NewKey body) {
    var made = keys.make(user, body.name(), body.scopes(), body.expiresAt());
    var key = made.key();
    return ApiData.of(
        new MadeKey(
            key.id(), key.name(), key.prefix(), key.scopes(), key.expiresAt(), made.secret()));
  }

  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "Revoke an API key")
  void revoke(@AuthenticationPrincipal CurrentUser user, @PathVariable UUID id) {
    keys.revoke(user, id);
  }
}
