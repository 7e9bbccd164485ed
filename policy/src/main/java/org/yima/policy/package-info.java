/** Owns nothing yet. */
package org.yima.policy;
