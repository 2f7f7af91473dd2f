"""Who may do what to a story: one-line predicates over permissions. Everything that shows or changes one asks here."""

from articles.enums import ArticleStatus

OPEN_TO_AUTHOR = {ArticleStatus.DRAFT}
OPEN_TO_DESK = {ArticleStatus.DRAFT, ArticleStatus.SUBMITTED, ArticleStatus.APPROVED}


def can_view(user, article) -> bool:
    """Mirrors `Article.objects.visible_to` for one row already at hand."""
    if not user.is_active or not user.has_perm("articles.view_article"):
        return False
    return user.has_perm("articles.view_any_article") or article.created_by_id == user.pk or article.is_public


def can_edit(user, article) -> bool:
    """Whether the text may be changed now: the own draft by its author, any unpublished story by the desk."""
    if not user.is_active or not user.has_perm("articles.change_article"):
        return False
    if user.has_perm("articles.edit_any_article"):
        return article.status in OPEN_TO_DESK
    return article.created_by_id == user.pk and article.status in OPEN_TO_AUTHOR


def can_publish(user) -> bool:
    """Publish, schedule, revise and retract."""
    return user.is_active and user.has_perm("articles.publish_article")


def can_submit(user, article) -> bool:
    return can_edit(user, article)


def can_see_contact_data(user) -> bool:
    return user.is_active and user.has_perm("articles.view_contact_data")


def can_merge_people(user) -> bool:
    return user.is_active and user.has_perm("articles.merge_person")


def can_curate_front(user) -> bool:
    return user.is_active and user.has_perm("articles.curate_front")
