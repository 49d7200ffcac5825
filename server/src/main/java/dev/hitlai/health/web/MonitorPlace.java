package dev.hitlai.health.web;

import dev.hitlai.health.internal.MonitorEditor;
import dev.hitlai.identity.CompanyRole;
import dev.hitlai.identity.CurrentUser;
import dev.hitlai.identity.UserType;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whose monitors a page shows, and where: administrators look after the platform's, companies after
 * their own, on the same pages.
 *
 * @param owner null for the platform
 * @param base of the addresses, without a slash at its end
 * @param mayChange whether the person may edit and check, rather than look only
 */
public record MonitorPlace(@Nullable UUID owner, String base, boolean mayChange) {

  static MonitorPlace of(CurrentUser user) {
    boolean admin = user.type() == UserType.ADMIN;
    return new MonitorPlace(
        MonitorEditor.owner(user),
        admin ? "/admin/api-health" : "/company/monitors",
        admin || user.isAtLeast(CompanyRole.ADMIN));
  }

  public boolean isPlatform() {
    return owner == null;
  }

  public String title() {
    return isPlatform() ? "API health" : "Monitors";
  }
}
