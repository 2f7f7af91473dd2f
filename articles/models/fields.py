"""Field types of the newsroom."""

from django.db import models

from articles import richtext


class RichTextField(models.TextField):
    """HTML that holds only what `articles.richtext` allows, whichever road a value took to the database."""

    def pre_save(self, model_instance, add):
        value = richtext.clean(getattr(model_instance, self.attname) or "")
        setattr(model_instance, self.attname, value)
        return value

    def get_db_prep_save(self, value, connection):
        if isinstance(value, str):
            value = richtext.clean(value)
        return super().get_db_prep_save(value, connection)
