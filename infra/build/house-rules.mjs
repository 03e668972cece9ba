/** Rules of this house that no maintained plugin has. */

const todoHasIssue = {
  meta: {
    type: 'problem',
    schema: [],
    messages: { noIssue: 'A TODO or FIXME carries an issue number, as in `TODO #123`.' },
  },
  create(context) {
    return {
      Program() {
        for (const comment of context.sourceCode.getAllComments()) {
          if (/\b(TODO|FIXME|XXX)\b(?!\s*\(?#\d+)/.test(comment.value)) {
            context.report({ loc: comment.loc, messageId: 'noIssue' });
          }
        }
      },
    };
  },
};

export default { rules: { 'todo-has-issue': todoHasIssue } };
