/** Who people are and which company they belong to: accounts, members, keys, login, quota. */
@ApplicationModule(displayName = "Identity")
@NullMarked
package dev.hitlai.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
