package dev.hitlai.identity.web;

import dev.hitlai.api.ApiData;
import dev.hitlai.identity.Access;
import dev.hitlai.identity.CompanyRole;
import dev.hitlai.identity.CurrentUser;
import dev.hitlai.identity.internal.Client;
import dev.hitlai.identity.internal.OwnCompanies;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The companies of a person, for programs. */
@RestController
@RequestMapping("/api/auth/companies")
@Access(company = CompanyRole.VIEWER)
@Tag(name = "Authentication")
class CompaniesController {
  private final OwnCompanies companies;

  CompaniesController(OwnCompanies companies) {
    this.companies = companies;
  }

  /**
   * @param open whether people can work in it
   * @param closedAt when it was closed
   * @param current whether requests are about it that name no other
   */
  record PlaceAnswer(
      UUID id,
      String name,
      CompanyRole role,
      boolean open,
      @Nullable Instant closedAt,
      boolean current) {}

  /** A company to found. */
  record FoundRequest(
      @NotBlank String companyName, @Nullable String companySize, @Nullable String industry) {}

  /** The company there is now. */
  record Founded(UUID id) {}

  @GetMapping
  @Operation(
      summary = "The companies you belong to",
      description =
          "Requests are about the one that is current. To act for another one, send its id in the"
              + " header X-Company-Id along with your token.")
  ApiData<List<PlaceAnswer>> list(@AuthenticationPrincipal CurrentUser user) {
    return ApiData.of(
        companies.of(user).stream()
            .map(
                place ->
                    new PlaceAnswer(
                        place.id(),
                        place.name(),
                        place.role(),
                        !place.suspended(),
                        place.closedAt(),
                        place.current()))
            .toList());
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(
      summary = "Create another company",
      description = "You become its owner. Send its id as X-Company-Id to act for it.")
  ApiData<Founded> found(
      @AuthenticationPrincipal CurrentUser user,
      @Valid @RequestBody FoundRequest body,
      HttpServletRequest request) {
    return ApiData.of(
        new Founded(
            companies.found(
                user,
                body.companyName(),
                body.companySize(),
                body.industry(),
                Client.of(request))));
  }
}
