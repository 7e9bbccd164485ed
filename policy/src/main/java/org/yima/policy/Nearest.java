package org.yima.policy;

import java.util.Collection;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The word that was probably meant. */
final class Nearest {

  private static final int FARTHEST = 2;

  private Nearest() {}

  /** The known word that is at most two slips away, and not mostly other letters; null: none is. */
  static @Nullable String of(String word, Collection<String> known) {
    @Nullable String nearest = null;
    int least = FARTHEST + 1;
    for (String each : known) {
      int slips = slips(word.toLowerCase(Locale.ROOT), each);
      if (slips < least && 2 * slips <= Math.min(word.length(), each.length())) {
        nearest = each;
        least = slips;
      }
    }
    return nearest;
  }

  /** The start of a remedy in Chinese; empty where no known word is near. */
  static String chinese(String word, Collection<String> known) {
    String nearest = of(word, known);
    return nearest == null ? "" : "是否想写 " + nearest + "？";
  }

  /** The same in English. */
  static String english(String word, Collection<String> known) {
    String nearest = of(word, known);
    return nearest == null ? "" : "did you mean '" + nearest + "'? ";
  }

  /** Letters left out, added, mistaken, or swapped with their neighbour. */
  static int slips(String a, String b) {
    int[][] of = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        of[i][j] = i == 0 || j == 0 ? i + j : least(of, a, b, i, j);
      }
    }
    return of[a.length()][b.length()];
  }

  private static int least(int[][] of, String a, String b, int i, int j) {
    int mistaken = of[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
    int least = Math.min(mistaken, 1 + Math.min(of[i - 1][j], of[i][j - 1]));
    boolean swapped =
        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return swapped ? Math.min(least, of[i - 2][j - 2] + 1) : least;
  }
}
