package dev.hitlai.identity;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Who may use a route; on a controller's method, or on its class for all methods without their own.
 *
 * <pre>{@code
 * @Access(company = VIEWER, scope = TESTS_READ, tester = true)
 * }</pre>
 *
 * <p>A route below {@code /api} without it takes any signed-in person but no API key. What is
 * refused answers 401 without a login and 403 with one.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Access {
  /** The lowest role of a company's member that may; none: companies may not. */
  CompanyRole[] company() default {};

  /** The scope that lets a company's API key in, on top of the role; none: keys may not. */
  Scope[] scope() default {};

  boolean tester() default false;

  boolean admin() default false;

  /** Anyone, also without a login. */
  boolean everyone() default false;
}
