package dev.hitlai.identity.internal;

import dev.hitlai.api.ApiProblem;
import dev.hitlai.api.ErrorCode;
import dev.hitlai.identity.Access;
import dev.hitlai.identity.AuthMethod;
import dev.hitlai.identity.CompanyRole;
import dev.hitlai.identity.CurrentUser;
import dev.hitlai.identity.FeatureGate;
import dev.hitlai.identity.FeatureKey;
import dev.hitlai.identity.Scope;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Stands before controllers and enforces {@link Access}. */
@Component
class Gate implements HandlerInterceptor {
  private static final String OURS = "dev.hitlai.";

  private final FeatureGate features;

  Gate(FeatureGate features) {
    this.features = features;
  }

  @Override
  public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
      throws IOException {
    if (!(handler instanceof HandlerMethod method)
        || !method.getBeanType().getName().startsWith(OURS)) {
      return true;
    }
    if (SecondFactorDuty.stands(request)) {
      return SecondFactorDuty.refuse(request, response);
    }
    if (isLost(request)) {
      response.sendRedirect(request.getContextPath() + "/account/companies");
      return false;
    }
    Access access = access(method);
    if (access == null && !request.getRequestURI().startsWith("/api/")) {
      return true;
    }
    if (access == null) {
      requirePerson();
    } else if (!access.everyone()) {
      require(access, signedIn(), request);
    }
    return true;
  }

  /** Somebody without a company on a page of companies. */
  private static boolean isLost(HttpServletRequest request) {
    String path = request.getRequestURI();
    var authentication = SecurityContextHolder.getContext().getAuthentication();
    return authentication != null
        && authentication.getPrincipal() instanceof CurrentUser user
        && user.isWithoutCompany()
        && path.startsWith("/company")
        && !path.startsWith("/company/account");
  }

  /** What is about the person alone, whichever company they work for. */
  private static boolean isAboutOneself(HttpServletRequest request) {
    String path = request.getRequestURI();
    return path.startsWith("/account/")
        || path.startsWith("/api/auth/")
        || path.startsWith("/notifications")
        || path.startsWith("/api/notifications");
  }

  static @Nullable Access access(HandlerMethod method) {
    Access own = AnnotatedElementUtils.findMergedAnnotation(method.getMethod(), Access.class);
    return own != null
        ? own
        : AnnotatedElementUtils.findMergedAnnotation(method.getBeanType(), Access.class);
  }

  private static CurrentUser signedIn() {
    var authentication = SecurityContextHolder.getContext().getAuthentication();
    if (authentication != null && authentication.getPrincipal() instanceof CurrentUser user) {
      return user;
    }
    throw new ApiProblem(
        ErrorCode.UNAUTHORIZED,
        "Log in, or send a token or key that is valid in the Authorization header.");
  }

  private static void requirePerson() {
    if (signedIn().authMethod() == AuthMethod.API_KEY) {
      throw ApiProblem.forbidden("API keys can't be used for this.");
    }
  }

  private void require(Access access, CurrentUser user, HttpServletRequest request) {
    switch (user.type()) {
      case ADMIN -> allow(access.admin(), "This isn't for administrators.");
      case TESTER -> allow(access.tester(), "This isn't for testers.");
      case COMPANY -> requireRole(access, user, isAboutOneself(request));
    }
  }

  private void requireRole(Access access, CurrentUser user, boolean aboutOneself) {
    allow(access.company().length > 0, "This isn't for companies.");
    CompanyRole lowest = access.company()[0];
    if (user.authMethod() == AuthMethod.API_KEY) {
      requireScope(access, user);
      // A key outlives a grant of API access, but does nothing without it.
      features.require(user.requireCompany(), FeatureKey.API_ACCESS);
      return;
    }
    if (user.isWithoutCompany()) {
      allow(
          aboutOneself && lowest == CompanyRole.VIEWER,
          "You belong to no such company, or it is closed.");
      return;
    }
    allow(user.isAtLeast(lowest), "This takes the role " + lowest.value() + " in the company.");
  }

  private static void requireScope(Access access, CurrentUser key) {
    allow(access.scope().length > 0, "API keys can't be used for this.");
    allow(
        Arrays.stream(access.scope()).anyMatch(key::has),
        "The API key lacks the scope "
            + String.join(
                " or ", Arrays.stream(access.scope()).map(Scope::value).toArray(String[]::new))
            + ".");
  }

  private static void allow(boolean allowed, String otherwise) {
    if (!allowed) {
      throw ApiProblem.forbidden(otherwise);
    }
  }
}
