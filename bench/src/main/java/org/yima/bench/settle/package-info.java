/**
 * {@code bench settle}: the benefit engine alone, beside the same rules in a rule engine. Owns the
 * bills, the rules for Drools and the report; hides how they are measured.
 */
@NullMarked
package org.yima.bench.settle;

import org.jspecify.annotations.NullMarked;
