package org.yima.platform.credential;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yima.platform.credential.NationalService.Answer;
import org.yima.platform.credential.NationalService.Holder;
import org.yima.platform.credential.NationalService.Question;
import org.yima.platform.transaction.Call;

/**
 * What a scanner read, and for which business.
 *
 * @param answer what the national service said of it; null if it was not asked
 */
record ScannedCode(Question asked, @Nullable Answer answer) {
  private static final int DISTRICT = 6;
  private static final Pattern BUILT_IN = Pattern.compile("[0-9]{28}");

  String code() {
    return asked.code();
  }

  boolean isFrom(Call call) {
    return asked.orgId().equals(call.institution().code());
  }

  /** The district that a code of the built-in service begins with; six zeros for any other. */
  String district() {
    boolean builtIn = answer == null && BUILT_IN.matcher(code()).matches();
    return builtIn ? code().substring(0, DISTRICT) : "000000";
  }

  /** Whose code it is, as the national service says. */
  Optional<Holder> holder() {
    return answer == null ? Optional.empty() : answer.holder();
  }

  @Override
  public String toString() {
    return asked.toString();
  }
}
