@rem Scripts of package.json begin with "exec", so that signals reach Node and not a shell around it. Windows has no such word.
@%*
