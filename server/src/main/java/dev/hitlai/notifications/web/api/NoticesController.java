package dev.hitlai.notifications.web.api;

import static dev.hitlai.identity.CompanyRole.VIEWER;

import dev.hitlai.api.ApiData;
import dev.hitlai.api.ApiList;
import dev.hitlai.api.ApiProblem;
import dev.hitlai.api.PageRequest;
import dev.hitlai.identity.Access;
import dev.hitlai.identity.CurrentUser;
import dev.hitlai.notifications.NoticeKind;
import dev.hitlai.notifications.internal.centre.Centre;
import dev.hitlai.notifications.internal.centre.Centre.Item;
import dev.hitlai.notifications.internal.centre.DigestTime;
import dev.hitlai.notifications.internal.centre.Digests;
import dev.hitlai.notifications.internal.centre.Preferences;
import dev.hitlai.notifications.internal.centre.Preferences.Choice;
import dev.hitlai.notifications.internal.centre.Preferences.MailChoice;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What a person was told, and how they want to be told. */
@RestController
@RequestMapping("/api/notifications")
@Access(company = VIEWER, tester = true, admin = true)
@Tag(name = "Notifications")
class NoticesController {
  private final Centre centre;
  private final Preferences preferences;
  private final Digests digests;

  NoticesController(Centre centre, Preferences preferences, Digests digests) {
    this.centre = centre;
    this.preferences = preferences;
    this.digests = digests;
  }

  /**
   * @param ids null for all
   */
  record Read(@Nullable @Size(max = 100) List<@NotNull UUID> ids) {}

  /** How many notices were unread and are read now. */
  record Marked(int marked) {}

  /** How to tell of one kind. */
  record KindChoice(@NotNull Boolean inApp, @NotNull String mail) {}

  /**
   * @param kinds by name; those that aren't named stay as they are
   * @param digestHour 0 to 23, when the daily mail comes; null leaves it
   * @param timeZone such as Europe/Berlin; null leaves it
   */
  record Chosen(
      @Nullable @Size(max = 20) Map<@NotNull String, @NotNull @Valid KindChoice> kinds,
      @Nullable Integer digestHour,
      @Nullable String timeZone) {}

  @GetMapping
  @Operation(summary = "What you were told, the latest first")
  ApiList<Item> list(
      @AuthenticationPrincipal CurrentUser user,
      @RequestParam(defaultValue = "false") boolean unread,
      PageRequest page) {
    var filter = new Centre.Filter(null, unread);
    return ApiList.of(
        centre.list(user.userId(), filter, page.limit(), page.offset()),
        centre.count(user.userId(), filter),
        page);
  }

  @PostMapping("/read")
  @Operation(summary = "Mark as read", description = "Those named in ids, or all without.")
  ApiData<Marked> read(@AuthenticationPrincipal CurrentUser user, @Valid @RequestBody Read body) {
    return ApiData.of(
        new Marked(
            body.ids() == null
                ? centre.readAll(user.userId())
                : centre.read(user.userId(), body.ids())));
  }

  @GetMapping("/preferences")
  @Operation(summary = "How you want to be told")
  ApiData<Chosen> preferences(@AuthenticationPrincipal CurrentUser user) {
    var kinds = new TreeMap<String, KindChoice>();
    preferences
        .all(user.userId())
        .forEach(
            (kind, choice) ->
                kinds.put(kind.code(), new KindChoice(choice.inApp(), choice.mail().code())));
    var time = digests.timeOf(user.userId());
    return ApiData.of(new Chosen(kinds, time.hour(), time.zone().getId()));
  }

  @PutMapping("/preferences")
  @Operation(
      summary = "Choose how you want to be told",
      description = "mail is now, digest or off. Notices of the account can't be switched off.")
  ApiData<Chosen> choose(
      @AuthenticationPrincipal CurrentUser user, @Valid @RequestBody Chosen body) {
    var choices = new EnumMap<NoticeKind, Choice>(NoticeKind.class);
    if (body.kinds() != null) {
      body.kinds().forEach((kind, choice) -> choices.put(kind(kind), choice(choice)));
    }
    var time = time(digests.timeOf(user.userId()), body);
    preferences.change(user.userId(), choices);
    digests.change(user.userId(), time);
    return preferences(user);
  }

  private static NoticeKind kind(String code) {
    return NoticeKind.optional().stream()
        .filter(kind -> kind.code().equals(code))
        .findFirst()
        .orElseThrow(
            () ->
                ApiProblem.invalid(
                    "kinds",
                    "must name only "
                        + String.join(
                            ", ", NoticeKind.optional().stream().map(NoticeKind::code).toList())));
  }

  private static Choice choice(KindChoice choice) {
    try {
      return new Choice(choice.inApp(), MailChoice.of(choice.mail()));
    } catch (IllegalArgumentException none) {
      throw ApiProblem.invalid("mail", "must be now, digest or off");
    }
  }

  private static DigestTime time(DigestTime known, Chosen body) {
    try {
      return DigestTime.of(
          body.digestHour() == null ? known.hour() : body.digestHour(),
          body.timeZone() == null ? known.zone().getId() : body.timeZone());
    } catch (IllegalArgumentException none) {
      throw ApiProblem.invalid(
          "digestHour", "must be 0 to 23, in a time zone such as Europe/Berlin");
    }
  }
}
