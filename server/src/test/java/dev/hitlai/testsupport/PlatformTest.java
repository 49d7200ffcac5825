package dev.hitlai.testsupport;

import dev.hitlai.HitlaiApplication;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/**
 * A test against the whole server on a random port. All such tests share one server and one
 * database: make your own company, and don't count rows of others. Inject {@link SettableClock} to
 * move time, and {@link TestDatabase} to look into the database; put the clock back afterwards.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
    classes = HitlaiApplication.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = PlatformTestContext.class)
@Import(PlatformTestContext.Beans.class)
public @interface PlatformTest {}
