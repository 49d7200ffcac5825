package dev.hitlai.aitester.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;
import dev.hitlai.aitester.action.Outcome.IncidentKind;

/** Keeps the pages of a session on the hosts that may be visited. */
record HostGuard(AllowedHosts hosts, Journal journal) {

  void watch(BrowserContext context) {
    context.route(hosts.elsewhere(), this::judge);
  }

  private void judge(Route route) {
    var request = route.request();
    if (!request.isNavigationRequest() || hosts.allows(request.url()) || isInnerFrame(request)) {
      route.resume();
      return;
    }
    journal.note(IncidentKind.HOST_NOT_ALLOWED, request.url());
    route.abort("blockedbyclient");
  }

  private static boolean isInnerFrame(Request request) {
    try {
      return request.frame().parentFrame() != null;
    } catch (PlaywrightException firstRequestOfANewTab) {
      return false;
    }
  }
}
