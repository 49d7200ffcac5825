/** What every route of the HTTP API has in common: envelopes, problem details, lists, limits. */
@ApplicationModule(displayName = "API")
@NullMarked
package dev.hitlai.api;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
