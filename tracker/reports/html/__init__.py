"""Pages of a published report: values in, HTML out. The only home of jinja2."""
