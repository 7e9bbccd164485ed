/**
 * Reads {@code policies/}: benefit policies and the cases beside them, written as YAML, into the
 * types of {@code settlement}.
 *
 * <p>It owns the form of these files and every message about them ({@link
 * org.yima.policy.PolicyException}); {@link org.yima.policy.PolicyBook} finds the policy of a day,
 * {@link org.yima.policy.CaseFile} checks a policy against worked examples. It hides YAML.
 */
@NullMarked
package org.yima.policy;

import org.jspecify.annotations.NullMarked;
