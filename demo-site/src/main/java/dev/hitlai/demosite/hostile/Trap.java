package dev.hitlai.demosite.hostile;

import com.sun.net.httpserver.HttpHandler;
import dev.hitlai.demosite.HostilePage;
import dev.hitlai.demosite.http.Response;
import java.util.function.Supplier;

/** A hostile page with the code that serves it. */
record Trap(HostilePage page, HttpHandler handler) {

  static Trap testable(String path, String what, Supplier<Response> answer) {
    return of(path, what, HostilePage.Expectation.TESTABLE, answer);
  }

  static Trap untestable(String path, String what, Supplier<Response> answer) {
    return of(path, what, HostilePage.Expectation.UNTESTABLE, answer);
  }

  static Trap noted(String path, String what, Supplier<Response> answer) {
    return of(path, what, HostilePage.Expectation.NOTED, answer);
  }

  static Trap of(
      String path, String what, HostilePage.Expectation expectation, Supplier<Response> answer) {
    return new Trap(
        new HostilePage(path, what, expectation), exchange -> answer.get().send(exchange));
  }

  /** A handler that writes to the connection itself. */
  static Trap raw(
      String path, String what, HostilePage.Expectation expectation, HttpHandler handler) {
    return new Trap(new HostilePage(path, what, expectation), handler);
  }

  boolean owns(String path) {
    return path.equals(page.path()) || path.startsWith(page.path() + "/");
  }
}
