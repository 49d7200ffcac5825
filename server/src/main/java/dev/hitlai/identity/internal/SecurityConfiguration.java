package dev.hitlai.identity.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.hitlai.api.ApiProblem;
import dev.hitlai.api.ErrorCode;
import dev.hitlai.api.Problems;
import dev.hitlai.api.RateLimitFilter;
import dev.hitlai.identity.AuthMethod;
import dev.hitlai.identity.CurrentUser;
import dev.hitlai.identity.UserType;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.util.Set;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.session.NullAuthenticatedSessionStrategy;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The filters every request goes through, and who may enter which part. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(IdentitySettings.class)
class SecurityConfiguration implements WebMvcConfigurer {
  private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

  private final Gate gate;

  SecurityConfiguration(Gate gate) {
    this.gate = gate;
  }

  @Override
  public void addInterceptors(InterceptorRegistry interceptors) {
    interceptors.addInterceptor(gate);
  }

  /** A cookie rather than the session, so that readers of public pages need no session. */
  @Bean
  static CsrfTokenRepository csrfTokens() {
    var tokens = new CookieCsrfTokenRepository();
    tokens.setCookieCustomizer(cookie -> cookie.sameSite("Lax"));
    return tokens;
  }

  /** Login is ours; this keeps Spring Boot from inventing a user with a printed password. */
  @Bean
  static AuthenticationManager nobody() {
    return authentication -> {
      throw new IllegalStateException("Nobody logs in this way.");
    };
  }

  @Bean
  static SecurityFilterChain security(
      HttpSecurity http,
      AuthenticationFilter authentication,
      RateLimitFilter limits,
      StoredAnswers answers,
      Problems problems,
      CsrfTokenRepository csrfTokens)
      throws Exception {
    // No session management: our own filter reads the session, and a request is no new login that
    // would change its id.
    http.securityContext(
            context ->
                context.securityContextRepository(new RequestAttributeSecurityContextRepository()))
        .requestCache(cache -> cache.disable())
        .headers(headers -> headers.disable())
        .csrf(
            csrf ->
                csrf.csrfTokenRepository(csrfTokens)
                    // Login changes the token itself; a request with a session is no new login.
                    .sessionAuthenticationStrategy(new NullAuthenticatedSessionStrategy())
                    .requireCsrfProtectionMatcher(SecurityConfiguration::needsCsrf))
        .exceptionHandling(
            handling ->
                handling
                    .authenticationEntryPoint(entry(problems))
                    .accessDeniedHandler(denied(problems)))
        .logout(
            logout -> logout.logoutUrl("/logout").logoutSuccessUrl("/").deleteCookies("SESSION"))
        .authorizeHttpRequests(
            parts ->
                parts
                    .dispatcherTypeMatchers(
                        DispatcherType.ERROR, DispatcherType.ASYNC, DispatcherType.FORWARD)
                    .permitAll()
                    .requestMatchers("/company", "/company/**")
                    .hasRole(UserType.COMPANY.name())
                    .requestMatchers("/tester", "/tester/**")
                    .hasRole(UserType.TESTER.name())
                    .requestMatchers("/admin", "/admin/**")
                    .hasRole(UserType.ADMIN.name())
                    .requestMatchers(
                        "/notifications", "/notifications/**", "/account", "/account/**")
                    .authenticated()
                    .requestMatchers("/actuator/health", "/actuator/health/**")
                    .permitAll()
                    .requestMatchers("/actuator/**")
                    .hasRole(UserType.ADMIN.name())
                    .anyRequest()
                    .permitAll())
        .addFilterBefore(authentication, CsrfFilter.class)
        .addFilterBefore(limits, AuthorizationFilter.class)
        .addFilterAfter(new IdempotencyFilter(answers, problems), AuthorizationFilter.class);
    return http.build();
  }

  @Bean
  static AuthenticationFilter authenticationFilter(
      Sessions sessions, Principals principals, AccessTokens tokens, ApiKeys keys) {
    return new AuthenticationFilter(sessions, principals, tokens, keys);
  }

  @Bean
  static FilterRegistrationBean<AuthenticationFilter> authenticationOnlyInTheSecurityChain(
      AuthenticationFilter filter) {
    var registration = new FilterRegistrationBean<>(filter);
    registration.setEnabled(false);
    return registration;
  }

  /** Only browsers send a login along unasked; a token or key in a header is sent on purpose. */
  private static boolean needsCsrf(HttpServletRequest request) {
    if (SAFE.contains(request.getMethod())) {
      return false;
    }
    if (request.getRequestURI().equals("/theme")) {
      return false;
    }
    // Mail programs press this for their reader (RFC 8058); the link itself is signed.
    if (request.getRequestURI().startsWith("/unsubscribe/")) {
      return false;
    }
    if (!request.getRequestURI().startsWith("/api/")) {
      return true;
    }
    var authentication = SecurityContextHolder.getContext().getAuthentication();
    return authentication != null
        && authentication.getPrincipal() instanceof CurrentUser user
        && user.authMethod() == AuthMethod.SESSION;
  }

  private static AuthenticationEntryPoint entry(Problems problems) {
    return (request, response, refused) -> {
      if (Problems.wanted(request)) {
        problems.answer(request, response, unauthorized());
        return;
      }
      String query = request.getQueryString();
      String wanted = request.getRequestURI() + (query == null ? "" : "?" + query);
      String login =
          request.getMethod().equals("GET")
              ? "/login?next=" + URLEncoder.encode(wanted, UTF_8)
              : "/login";
      if (request.getHeader("HX-Request") != null) {
        // A fragment can't hold the login page; the browser itself has to go there.
        response.setHeader("HX-Redirect", login);
        response.setStatus(401);
        return;
      }
      response.sendRedirect(login);
    };
  }

  private static ApiProblem unauthorized() {
    return new ApiProblem(
        ErrorCode.UNAUTHORIZED,
        "Log in, or send a token or key that is valid in the Authorization header.");
  }

  private static AccessDeniedHandler denied(Problems problems) {
    return (request, response, refused) ->
        problems.answer(
            request,
            response,
            ApiProblem.forbidden("You may not do this, or the form was open for too long."));
  }
}
