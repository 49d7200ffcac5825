package dev.hitlai.identity.internal;

import dev.hitlai.api.PageRequest;
import dev.hitlai.api.Problem;
import dev.hitlai.api.RateLimited;
import dev.hitlai.identity.Access;
import dev.hitlai.identity.CurrentUser;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.HandlerMethod;

/** What the OpenAPI document says of every route: who may, how often, and how it says no. */
@Configuration(proxyBeanMethods = false)
class ApiDescription {
  private static final String PROBLEM = "#/components/schemas/Problem";

  static {
    SpringDocUtils.getConfig().addRequestWrapperToIgnore(CurrentUser.class, PageRequest.class);
  }

  @Bean
  static GlobalOpenApiCustomizer describedAsAWhole() {
    return document -> {
      document.info(
          new Info()
              .title("HitlAI")
              .version("1")
              .license(new License().name("Apache-2.0"))
              .description(
                  "AI testers drive a real browser, people confirm what they found. Every refusal"
                      + " is application/problem+json. Requests are limited to 100 a minute for"
                      + " each account, key or address unless a route says otherwise;"
                      + " X-RateLimit-Limit, -Remaining and -Reset (seconds) tell how you stand."
                      + " Unsafe requests take an Idempotency-Key. Whoever belongs to several"
                      + " companies says by X-Company-Id which one a request is about; without it,"
                      + " it is the one that the person joined first."));
      if (document.getComponents() == null) {
        document.components(new Components());
      }
      document
          .getComponents()
          .addSecuritySchemes(
              "bearer",
              new SecurityScheme()
                  .type(SecurityScheme.Type.HTTP)
                  .scheme("bearer")
                  .description("A token from login (15 minutes) or an API key, hk_live_…"))
          .addSecuritySchemes(
              "session",
              new SecurityScheme()
                  .type(SecurityScheme.Type.APIKEY)
                  .in(SecurityScheme.In.COOKIE)
                  .name("SESSION")
                  .description("The login of the web pages; unsafe requests need a CSRF token."));
      ModelConverters.getInstance(true)
          .readAllAsResolvedSchema(new AnnotatedType(Problem.class))
          .referencedSchemas
          .forEach((name, schema) -> document.getComponents().addSchemas(name, schema));
      document
          .getComponents()
          .addSchemas(
              "Problem",
              ModelConverters.getInstance(true)
                  .readAllAsResolvedSchema(new AnnotatedType(Problem.class))
                  .schema);
    };
  }

  @Bean
  static GlobalOperationCustomizer describedOneByOne() {
    return (operation, method) -> {
      Access access = Gate.access(method);
      if (access == null || !access.everyone()) {
        operation.addSecurityItem(new SecurityRequirement().addList("bearer"));
        operation.addSecurityItem(new SecurityRequirement().addList("session"));
        refusal(operation, "401", "Nobody is logged in, or the token or key isn't good.");
        refusal(operation, "403", "Not allowed: " + audience(access) + ".");
      }
      refusal(operation, "400", "Something in the request isn't valid; details says what.");
      if (hasPathVariable(method)) {
        refusal(operation, "404", "There is no such thing, or it belongs to somebody else.");
      }
      refusal(operation, "429", "Too many requests: " + limit(method) + ". See Retry-After.");
      refusal(operation, "500", "A failure of ours; details.id is to be quoted.");
      if (Arrays.stream(method.getMethodParameters())
          .anyMatch(parameter -> parameter.getParameterType() == PageRequest.class)) {
        describePart(operation);
      }
      return operation;
    };
  }

  private static void refusal(Operation operation, String status, String description) {
    operation
        .getResponses()
        .computeIfAbsent(
            status,
            missing ->
                new ApiResponse()
                    .description(description)
                    .content(
                        new Content()
                            .addMediaType(
                                "application/problem+json",
                                new MediaType().schema(new Schema<>().$ref(PROBLEM)))));
  }

  private static void describePart(Operation operation) {
    operation.addParametersItem(
        number("limit", PageRequest.DEFAULT_LIMIT, 1, PageRequest.MAXIMUM_LIMIT));
    operation.addParametersItem(number("offset", 0, 0, PageRequest.MAXIMUM_OFFSET));
  }

  private static Parameter number(String name, int usual, int least, int most) {
    var schema = new IntegerSchema();
    schema.setDefault(usual);
    schema.setMinimum(BigDecimal.valueOf(least));
    schema.setMaximum(BigDecimal.valueOf(most));
    return new Parameter().in("query").name(name).required(false).schema(schema);
  }

  private static boolean hasPathVariable(HandlerMethod method) {
    return Arrays.stream(method.getMethodParameters())
        .anyMatch(
            parameter ->
                parameter.hasParameterAnnotation(
                    org.springframework.web.bind.annotation.PathVariable.class));
  }

  private static String limit(HandlerMethod method) {
    RateLimited own = method.getMethodAnnotation(RateLimited.class);
    return own == null ? "100 in a minute" : own.value() + " in a period of " + own.per();
  }

  private static String audience(@Nullable Access access) {
    if (access == null) {
      return "for signed-in people, not for API keys";
    }
    var who = new java.util.ArrayList<String>();
    if (access.company().length > 0) {
      who.add("members of a company from the role " + access.company()[0].value() + " on");
    }
    if (access.scope().length > 0) {
      who.add(
          "API keys with the scope "
              + Arrays.stream(access.scope())
                  .map(scope -> scope.value())
                  .collect(Collectors.joining(" or ")));
    }
    if (access.tester()) {
      who.add("testers");
    }
    if (access.admin()) {
      who.add("administrators");
    }
    return "for " + String.join(", ", who);
  }
}
