package dev.hitlai.web.internal;

import dev.hitlai.web.Navigation;
import dev.hitlai.web.SignedIn;
import dev.hitlai.web.UnreadNotices;
import dev.hitlai.web.view.Address;
import dev.hitlai.web.view.Area;
import dev.hitlai.web.view.Csrf;
import dev.hitlai.web.view.Flash;
import dev.hitlai.web.view.NavigationItem;
import dev.hitlai.web.view.Page;
import dev.hitlai.web.view.Theme;
import dev.hitlai.web.view.Viewer;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.RequestContextUtils;
import org.springframework.web.util.WebUtils;

/** Makes the {@link Page} of a request, once. */
@Component
class Pages {
  private static final String MADE = Pages.class.getName();

  private final Assets assets;
  private final List<NavigationItem> navigation;
  private final ObjectProvider<UnreadNotices> unread;

  Pages(Assets assets, List<Navigation> modules, ObjectProvider<UnreadNotices> unread) {
    this.assets = assets;
    this.unread = unread;
    this.navigation =
        modules.stream()
            .flatMap(module -> module.items().stream())
            .sorted(Comparator.comparingInt(NavigationItem::position))
            .toList();
  }

  Page of(HttpServletRequest request) {
    if (request.getAttribute(MADE) instanceof Page made) {
      return made;
    }
    Viewer viewer = viewer();
    Area area = viewer == null ? Area.PUBLIC : viewer.area();
    var page =
        new Page(
            address(request),
            theme(request),
            viewer,
            navigation.stream().filter(item -> item.area() == area).filter(Pages::mayGo).toList(),
            csrf(request),
            flash(request),
            assets.prefix(),
            unreadOf(viewer == null ? null : person()));
    request.setAttribute(MADE, page);
    return page;
  }

  private static boolean mayGo(NavigationItem item) {
    SignedIn person = person();
    return person == null || person.mayGo(item.href());
  }

  private static @Nullable Viewer viewer() {
    SignedIn person = person();
    return person == null
        ? null
        : new Viewer(
            person.displayName(), person.email(), person.area(), person.banners(), person.place());
  }

  private static @Nullable SignedIn person() {
    var authentication = SecurityContextHolder.getContext().getAuthentication();
    return authentication != null && authentication.getPrincipal() instanceof SignedIn person
        ? person
        : null;
  }

  /** Counted only when a layout shows it. */
  private LongSupplier unreadOf(@Nullable SignedIn person) {
    UnreadNotices notices = unread.getIfAvailable();
    return person == null || notices == null ? () -> 0 : () -> notices.of(person);
  }

  /** The query only of what was asked by GET: form fields of a POST don't belong in links. */
  private static Address address(HttpServletRequest request) {
    if (request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String failed) {
      return Address.of(failed);
    }
    if (!request.getMethod().equals("GET")) {
      return Address.of(request.getRequestURI());
    }
    var query = new LinkedHashMap<String, String>();
    for (Map.Entry<String, String[]> parameter : request.getParameterMap().entrySet()) {
      query.put(parameter.getKey(), parameter.getValue()[0]);
    }
    return new Address(request.getRequestURI(), query);
  }

  private static Theme theme(HttpServletRequest request) {
    var cookie = WebUtils.getCookie(request, ThemeController.COOKIE);
    return Theme.of(cookie == null ? null : cookie.getValue());
  }

  private static Csrf csrf(HttpServletRequest request) {
    if (request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token) {
      // The names are read late too: asking a deferred token for anything loads the session.
      return new Csrf(token::getParameterName, token::getHeaderName, token::getToken);
    }
    return new Csrf(() -> "_csrf", () -> "X-CSRF-TOKEN", () -> "");
  }

  private static @Nullable Flash flash(HttpServletRequest request) {
    var carried = RequestContextUtils.getInputFlashMap(request);
    return carried != null && carried.get(Flash.KEY) instanceof Flash flash ? flash : null;
  }
}
