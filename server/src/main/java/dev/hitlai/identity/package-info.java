/** Who people are: accounts, companies, members, keys, login, quota, and who asks. */
@ApplicationModule(displayName = "Identity")
@NullMarked
package dev.hitlai.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
